package io.tillflow.connectors.automations;

import io.tillflow.connectors.provider.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Automations for the studio and the command line. */
@RestController
@RequestMapping("/api/v1/automations")
class AutomationsController {
    private final Automations automations;
    private final DryRuns dryRuns;

    AutomationsController(Automations automations, DryRuns dryRuns) {
        this.automations = automations;
        this.dryRuns = dryRuns;
    }

    record All(List<Automation> items) {}

    record Change(
            @Nullable String state,
            @Nullable String reason,
            @Nullable String by) {}

    record Asked(
            @Nullable Integer messagesPerDay,
            @Nullable Long spendPerDay,
            @Nullable String currency) {}

    record Published(int published) {}

    @GetMapping
    All all() {
        return new All(automations.all());
    }

    @GetMapping("/{id}")
    Automation one(@PathVariable String id) {
        return automations.one(id);
    }

    @PutMapping("/{id}")
    Automation change(@PathVariable String id, @RequestBody Change change) {
        AutomationState state = AutomationState.of(String.valueOf(change.state()));
        return automations.change(id, state, change.reason(), change.by() == null ? "" : change.by());
    }

    @PutMapping("/{id}/limits")
    Automation limit(@PathVariable String id, @RequestBody Asked asked) {
        return automations.limit(id, new Limits(asked.messagesPerDay(), asked.spendPerDay(), asked.currency()));
    }

    @PostMapping("/{id}/unwanted/publication")
    Published publishUnwanted(@PathVariable String id) {
        return new Published(automations.publishUnwanted(id));
    }

    @GetMapping("/{id}/would-have")
    Page<DryRuns.WouldHave> wouldHave(
            @PathVariable String id, @RequestParam @Nullable String after, @RequestParam @Nullable Integer limit) {
        return dryRuns.list(id, Page.Request.of(after, limit));
    }

    @ExceptionHandler
    ProblemDetail unknown(Automations.Unknown unknown) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, String.valueOf(unknown.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail notNow(Automations.NotNow notNow) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, String.valueOf(notNow.getMessage()));
    }
}
