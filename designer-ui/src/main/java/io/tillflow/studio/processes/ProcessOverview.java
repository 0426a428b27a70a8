package io.tillflow.studio.processes;

import io.tillflow.engine.history.Overview;
import io.tillflow.engine.history.Overview.Extent;
import io.tillflow.engine.history.Overview.Figures;
import io.tillflow.engine.history.Overview.ProcessHealth;
import io.tillflow.engine.history.Standings;
import io.tillflow.engine.history.Standings.Standing;
import io.tillflow.engine.model.ProcessModel;
import io.tillflow.studio.instances.DeployedModels;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** How each process does, with names. */
@Service
class ProcessOverview {

    private final Overview overview;
    private final Standings standings;
    private final DeployedModels models;

    ProcessOverview(Overview overview, Standings standings, DeployedModels models) {
        this.overview = overview;
        this.standings = standings;
        this.models = models;
    }

    /** A process; durations are of the instances that completed in the period, null when none did. */
    record Line(
            String processId,
            String name,
            int version,
            String definitionKey,
            long open,
            long withIncidents,
            @Nullable String worstElement,
            @Nullable String worstStep,
            long started,
            long completed,
            long cancelled,
            @Nullable Long medianMs,
            @Nullable Long p95Ms) {}

    /**
     * A version of a process, or a process with all of its versions.
     *
     * @param version null for all of them together
     * @param newest of all its versions
     * @param throughput how many completed in each slice of the period
     * @param stirs whether anything is open in it or happened in the period
     */
    record VersionLine(
            String processId,
            String name,
            @Nullable Integer version,
            boolean newest,
            String definitionKey,
            long running,
            long waiting,
            long withIncidents,
            long started,
            long completed,
            long cancelled,
            @Nullable Long medianMs,
            @Nullable Long p95Ms,
            List<Long> throughput,
            boolean stirs) {}

    List<Line> lines(Instant from, Instant to) {
        return overview.processes(from, to).stream().map(this::line).toList();
    }

    /** Each process followed by its versions, newest first; those with incidents before all others. */
    List<VersionLine> versions(Instant from, Instant to) {
        List<Standing> all = standings.of(from, to);
        Map<String, Standing> whole = all.stream()
                .filter(it -> it.version().isEmpty())
                .collect(Collectors.toMap(Standing::processId, it -> it));
        Comparator<Standing> worstFirst = Comparator.comparingLong(Standing::withIncidents)
                .thenComparing(Standing::stirs)
                .reversed();
        return all.stream()
                .sorted(Comparator.comparing(
                        it -> Objects.requireNonNull(whole.get(it.processId())),
                        worstFirst.thenComparing(Standing::processId)))
                .map(it -> versionLine(it, Objects.requireNonNull(whole.get(it.processId()))))
                .toList();
    }

    Extent extent() {
        return overview.extent();
    }

    private VersionLine versionLine(Standing standing, Standing whole) {
        Figures period = standing.period();
        return new VersionLine(
                standing.processId(),
                models.process(standing.definitionKey(), standing.processId()).title(),
                standing.version().isPresent() ? (Integer) standing.version().getAsInt() : null,
                standing.definitionKey() == whole.definitionKey(),
                String.valueOf(standing.definitionKey()),
                standing.running(),
                standing.waiting(),
                standing.withIncidents(),
                period.started(),
                period.completed(),
                period.cancelled(),
                period.median().map(Duration::toMillis).orElse(null),
                period.p95().map(Duration::toMillis).orElse(null),
                standing.throughput(),
                standing.stirs());
    }

    private Line line(ProcessHealth health) {
        ProcessModel model = models.process(health.definitionKey(), health.processId());
        Figures period = health.period();
        return new Line(
                health.processId(),
                model.title(),
                health.version(),
                String.valueOf(health.definitionKey()),
                health.open(),
                health.withIncidents(),
                health.worstElement().orElse(null),
                health.worstElement().map(model::label).orElse(null),
                period.started(),
                period.completed(),
                period.cancelled(),
                period.median().map(it -> it.toMillis()).orElse(null),
                period.p95().map(it -> it.toMillis()).orElse(null));
    }
}
