package io.tillflow.studio.repair;

import io.tillflow.engine.Message;
import io.tillflow.engine.Modification;
import io.tillflow.engine.Rejected;
import io.tillflow.engine.history.InstanceFacts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.node.ObjectNode;

/**
 * Repairs of single instances for programs. Each is answered with a receipt, whose state goes on to VISIBLE once history shows it;
 * a request repeated under its {@code Idempotency-Key} gets the first receipt and does nothing again.
 */
@RestController
@RequestMapping("/api/v1")
class RepairApi {

    private static final Duration USUAL_TTL = Duration.ofHours(1);

    private final RepairDesk desk;
    private final Planner planner;
    private final MigrationAdviser adviser;
    private final InstanceFacts facts;

    RepairApi(RepairDesk desk, Planner planner, MigrationAdviser adviser, InstanceFacts facts) {
        this.facts = facts;
        this.desk = desk;
        this.planner = planner;
        this.adviser = adviser;
    }

    record Migration(
            @Nullable String targetDefinitionKey, @Nullable Map<String, String> mapping) {

        private long target() {
            if (targetDefinitionKey == null || !targetDefinitionKey.matches("\\d{1,18}")) {
                throw new IllegalArgumentException(
                        "expected targetDefinitionKey to be the key of a process version, but it is "
                                + targetDefinitionKey);
            }
            return Long.parseLong(targetDefinitionKey);
        }
    }

    record NewMessage(
            @Nullable String name,
            @Nullable String correlationKey,
            @Nullable String id,
            @Nullable Long timeToLiveMs,
            @Nullable ObjectNode variables) {}

    record NewVariables(@Nullable ObjectNode variables) {

        private String json() {
            if (variables == null || variables.isEmpty()) {
                throw new IllegalArgumentException(
                        "expected variables to set, an object of names and values: {\"variables\": {\"known\": true}}");
            }
            return variables.toString();
        }
    }

    record Receipts(List<Receipt> items) {}

    @PostMapping("/instances/{key}/cancel")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Receipt cancel(@PathVariable long key, @RequestHeader("Idempotency-Key") Optional<String> once) {
        return desk.order(new Repair.Cancel(key), once);
    }

    /** Removes an ended instance from history, with those it called and all about them; nothing brings it back. */
    @DeleteMapping("/instances/{key}")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Receipt delete(@PathVariable long key, @RequestHeader("Idempotency-Key") Optional<String> once) {
        return desk.order(new Repair.Delete(key), once);
    }

    /** Retries everything that failed in an instance. */
    @PostMapping("/instances/{key}/retry")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Receipt retry(@PathVariable long key, @RequestHeader("Idempotency-Key") Optional<String> once) {
        return desk.order(new Repair.Retry(key), once);
    }

    /** Retries one of the things that failed. */
    @PostMapping("/incidents/{key}/retry")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Receipt retryStep(@PathVariable long key, @RequestHeader("Idempotency-Key") Optional<String> once) {
        long instance = facts.incident(key)
                .orElseThrow(() ->
                        new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no incident with key " + key + "."))
                .processInstanceKey();
        return desk.order(new Repair.RetryStep(instance, key), once);
    }

    /** Sets variables, {@code {"variables": {"known": true}}}. With {@code retry=true} what failed then runs again. */
    @PutMapping("/instances/{key}/variables")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Receipt setVariables(
            @PathVariable long key,
            @RequestBody NewVariables wanted,
            @RequestParam Optional<Long> scope,
            @RequestParam(defaultValue = "false") boolean retry,
            @RequestHeader("Idempotency-Key") Optional<String> once) {
        return desk.order(new Repair.SetVariables(key, scope.orElse(key), wanted.json(), retry), once);
    }

    /** What a change of tokens would do; does nothing. */
    @PostMapping("/instances/{key}/modify/preview")
    Plan preview(@PathVariable long key, @RequestBody Changes changes) {
        return planner.plan(key, changes).orElseThrow(() -> missing(key));
    }

    /** Moves, adds and ends tokens, all of it or nothing. */
    @PostMapping("/instances/{key}/modify")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Receipt modify(
            @PathVariable long key,
            @RequestBody Changes changes,
            @RequestHeader("Idempotency-Key") Optional<String> once) {
        Plan plan = planner.plan(key, changes).orElseThrow(() -> missing(key));
        Modification modification = plan.modification();
        if (modification == null) {
            String why = plan.problems().stream().map(Plan.Problem::message).collect(Collectors.joining(" "));
            throw new Rejected(Rejected.Why.INVALID, why, null);
        }
        return desk.order(new Repair.Modify(key, modification), once);
    }

    /** Whether an instance could go on in another version, with a suggested mapping; does nothing. */
    @GetMapping("/instances/{key}/migration")
    MigrationAdvice advise(@PathVariable long key, @RequestParam("target") long targetDefinitionKey) {
        return adviser.advise(key, targetDefinitionKey).orElseThrow(() -> missing(key));
    }

    /** Lets an instance go on in another version; without a mapping the suggested one is used. */
    @PostMapping("/instances/{key}/migrate")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Receipt migrate(
            @PathVariable long key,
            @RequestBody Migration wanted,
            @RequestHeader("Idempotency-Key") Optional<String> once) {
        long target = wanted.target();
        Map<String, String> mapping = wanted.mapping();
        if (mapping == null) {
            MigrationAdvice advice = adviser.advise(key, target).orElseThrow(() -> missing(key));
            mapping = advice.mapping().stream()
                    .filter(it -> !it.to().isEmpty())
                    .collect(Collectors.toMap(MigrationAdvice.Mapped::from, MigrationAdvice.Mapped::to));
        }
        return desk.order(new Repair.Migrate(key, target, mapping), once);
    }

    /** Publishes a message. Its id keeps it from being published twice; a new one is given when none comes. */
    @PostMapping("/messages")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Receipt publish(@RequestBody NewMessage message, @RequestHeader("Idempotency-Key") Optional<String> once) {
        if (message.name() == null || message.name().isBlank()) {
            throw new IllegalArgumentException("expected the name of a message");
        }
        String id = message.id() == null || message.id().isBlank()
                ? once.orElseGet(() -> UUID.randomUUID().toString())
                : message.id();
        return desk.order(
                new Repair.Publish(new Message(
                        message.name(),
                        message.correlationKey() == null ? "" : message.correlationKey(),
                        id,
                        message.timeToLiveMs() == null ? USUAL_TTL : Duration.ofMillis(message.timeToLiveMs()),
                        message.variables() == null ? "{}" : message.variables().toString())),
                once);
    }

    @GetMapping("/commands/{id}")
    Receipt command(@PathVariable long id) {
        return desk.receipt(id)
                .orElseThrow(() ->
                        new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no command with id " + id + "."));
    }

    @GetMapping("/instances/{key}/commands")
    Receipts commands(@PathVariable long key) {
        return new Receipts(desk.receipts(key));
    }

    private static ResponseStatusException missing(long key) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no instance with key " + key + ".");
    }
}
