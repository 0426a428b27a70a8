package io.tillflow.studio.repair;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.node.ObjectNode;

/** For programs: an instance ended, and another one begun in its place with its variables. */
@RestController
@RequestMapping("/api/v1/instances/{key}/restart")
class RestartApi {

    private final RepairDesk desk;
    private final RestartPlanner planner;

    RestartApi(RepairDesk desk, RestartPlanner planner) {
        this.desk = desk;
        this.planner = planner;
    }

    /**
     * What is wanted; all of it may be left out.
     *
     * @param target key of the version to begin in
     * @param at before which elements; where the instance stands when there are none
     * @param variables set instead of or beside those that go along
     * @param standing where the instance is expected to stand; it is left alone when it stands elsewhere
     */
    record Wish(
            @Nullable String target,
            @Nullable List<String> at,
            @Nullable ObjectNode variables,
            @Nullable List<String> standing) {

        private @Nullable Long version() {
            if (target == null) {
                return null;
            }
            if (!target.matches("\\d{1,18}")) {
                throw new IllegalArgumentException(
                        "expected target to be the key of a process version, but it is \"" + target + "\"");
            }
            return Long.valueOf(target);
        }

        private List<String> places() {
            return at == null ? List.of() : at;
        }
    }

    /** Does nothing. */
    @PostMapping("/preview")
    RestartPlan preview(@PathVariable long key, @RequestBody Wish wish) {
        return planner.plan(key, wish.version(), wish.places())
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "There is no instance with key " + key + "."));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    Receipt restart(
            @PathVariable long key, @RequestBody Wish wish, @RequestHeader("Idempotency-Key") Optional<String> once) {
        ObjectNode variables = wish.variables();
        return desk.order(
                new Repair.Restart(
                        key,
                        wish.version(),
                        wish.places(),
                        variables == null ? "{}" : variables.toString(),
                        wish.standing() == null ? List.of() : wish.standing()),
                once);
    }
}
