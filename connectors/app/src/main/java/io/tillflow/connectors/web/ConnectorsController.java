package io.tillflow.connectors.web;

import io.tillflow.connectors.catalogue.ActionInfo;
import io.tillflow.connectors.catalogue.Actions;
import io.tillflow.connectors.commerce.ConnectedShops;
import io.tillflow.connectors.guard.Family;
import io.tillflow.connectors.guard.ProviderGuard;
import io.tillflow.connectors.guard.ProviderGuard.Health;
import io.tillflow.connectors.guard.ProviderGuards;
import io.tillflow.connectors.jobs.JobCounts;
import io.tillflow.connectors.jobs.JobCounts.Counts;
import io.tillflow.connectors.jobs.OutwardSwitch;
import io.tillflow.processes.OwnShopOnly;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is installed, who stands behind it and how it does; and the emergency stop. */
@RestController
@RequestMapping("/api/v1")
class ConnectorsController {
    private final List<ActionInfo> actions = Actions.all();
    private final List<Family> families;
    private final ProviderGuards guards;
    private final JobCounts counts;
    private final OutwardSwitch outward;
    private final ConnectedShops others;

    ConnectorsController(
            List<Family> families,
            ProviderGuards guards,
            JobCounts counts,
            OutwardSwitch outward,
            ConnectedShops others) {
        this.families =
                families.stream().sorted(Comparator.comparing(Family::name)).toList();
        this.guards = guards;
        this.counts = counts;
        this.outward = outward;
        this.others = others;
    }

    record JobTypeView(
            String type,
            String name,
            String effectClass,
            String template,
            long activated,
            long completed,
            long failed,
            long thrown,
            int inFlight,
            long completedLastMinute,
            @Nullable Long medianMs,
            @Nullable Long p95Ms,
            @Nullable String ownShopOnly) {}

    record FamilyView(
            String name,
            String provider,
            List<String> providers,
            String health,
            String breaker,
            int underWay,
            @Nullable String lastError,
            @Nullable Instant lastErrorAt,
            List<JobTypeView> jobTypes) {}

    record Installed(List<FamilyView> families, OutwardSwitch.@Nullable Stop outwardStop) {}

    @GetMapping("/connectors")
    Installed installed() {
        Map<String, Counts> known = counts.all();
        return new Installed(
                families.stream().map(family -> view(family, known)).toList(),
                outward.pulled().orElse(null));
    }

    private FamilyView view(Family family, Map<String, Counts> known) {
        List<ProviderGuard> asked = guards.of(family);
        ProviderGuard worst = asked.stream()
                .max(Comparator.comparing(ProviderGuard::health))
                .orElseGet(() -> guards.of(family.name(), family.provider()));
        ProviderGuard.Trouble trouble = asked.stream()
                .flatMap(guard -> guard.trouble().stream())
                .max(Comparator.comparing(ProviderGuard.Trouble::at))
                .orElse(null);
        Health health = worst.health();
        return new FamilyView(
                family.name(),
                family.provider(),
                family.choices(),
                word(health.name()),
                word(worst.breaker()),
                asked.stream().mapToInt(ProviderGuard::underWay).sum(),
                trouble == null ? null : trouble.message(),
                trouble == null ? null : trouble.at(),
                actions.stream()
                        .filter(action -> action.family().equals(family.name()))
                        .map(action -> view(action, known.getOrDefault(action.type(), Counts.NONE)))
                        .toList());
    }

    private JobTypeView view(ActionInfo action, Counts known) {
        return new JobTypeView(
                action.type(),
                action.name(),
                action.effect().text(),
                action.templateId(),
                known.activated(),
                known.completed(),
                known.failed(),
                known.thrown(),
                known.inFlight(),
                known.lastMinute(),
                known.medianMs(),
                known.p95Ms(),
                OwnShopOnly.of(action.type())
                        .filter(step -> others.any())
                        .map(OwnShopOnly::why)
                        .orElse(null));
    }

    private static String word(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    record AskedStop(@Nullable String reason, @Nullable String by) {}

    @GetMapping("/outward-stop")
    ResponseEntity<OutwardSwitch.Stop> stop() {
        return outward.pulled()
                .map(ResponseEntity::ok)
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    @PutMapping("/outward-stop")
    OutwardSwitch.Stop pull(@RequestBody AskedStop asked) {
        return outward.pull(asked.reason() == null ? "" : asked.reason(), asked.by() == null ? "" : asked.by());
    }

    @DeleteMapping("/outward-stop")
    ResponseEntity<Void> release() {
        outward.release();
        return ResponseEntity.noContent().build();
    }
}
