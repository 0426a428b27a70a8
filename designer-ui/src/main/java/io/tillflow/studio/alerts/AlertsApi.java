package io.tillflow.studio.alerts;

import io.tillflow.studio.alerts.AlertRule.Kind;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Alerts and their rules for programs. */
@RestController
@RequestMapping("/api/v1")
class AlertsApi {

    private final AlertDesk desk;
    private final Alerts alerts;
    private final AlertRules rules;

    AlertsApi(AlertDesk desk, Alerts alerts, AlertRules rules) {
        this.desk = desk;
        this.alerts = alerts;
        this.rules = rules;
    }

    record Items<T>(List<T> items) {}

    /** A rule as it is sent; what is left out is empty, and a rule is on unless it says otherwise. */
    record Asked(
            @Nullable String name,
            @Nullable Kind kind,
            @Nullable String subject,
            @Nullable Long threshold,
            @Nullable Integer minutes,
            @Nullable String email,
            @Nullable String chat,
            @Nullable Boolean on) {

        AlertRule rule(long id) {
            if (kind == null) {
                throw new IllegalArgumentException("kind must be one of INCIDENTS, STALL, BACKLOG, SLA");
            }
            return new AlertRule(
                    id,
                    Objects.requireNonNullElse(name, ""),
                    kind,
                    Objects.requireNonNullElse(subject, ""),
                    Objects.requireNonNullElse(threshold, 0L),
                    Objects.requireNonNullElse(minutes, 0),
                    Objects.requireNonNullElse(email, ""),
                    Objects.requireNonNullElse(chat, ""),
                    Objects.requireNonNullElse(on, true));
        }
    }

    /** Open alerts, the newest first, or with {@code state=closed} those closed last. */
    @GetMapping("/alerts")
    Items<Alert> alerts(
            @RequestParam(defaultValue = "open") String state, @RequestParam(defaultValue = "100") int limit) {
        int most = Math.clamp(limit, 1, 500);
        return switch (state) {
            case "open" -> new Items<>(alerts.open(most));
            case "closed" -> new Items<>(alerts.closed(most));
            default -> throw new IllegalArgumentException("state must be open or closed, but it is " + state);
        };
    }

    @PostMapping("/alerts/{id}/acknowledgement")
    Alert acknowledge(@PathVariable long id) {
        desk.acknowledge(id);
        return alerts.find(id).orElseThrow(() -> new NoSuchAlert(id));
    }

    @GetMapping("/alert-rules")
    Items<AlertRule> rules() {
        return new Items<>(rules.all());
    }

    @PostMapping("/alert-rules")
    @ResponseStatus(HttpStatus.CREATED)
    AlertRule add(@RequestBody Asked asked) {
        return desk.add(asked.rule(0));
    }

    @PutMapping("/alert-rules/{id}")
    AlertRule change(@PathVariable long id, @RequestBody Asked asked) {
        return desk.change(asked.rule(id));
    }

    @DeleteMapping("/alert-rules/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable long id) {
        desk.delete(id);
    }

    /** There is no such alert. */
    static final class NoSuchAlert extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoSuchAlert(long id) {
            super("there is no alert " + id);
        }
    }
}
