package io.tillflow.studio.processes;

import io.tillflow.engine.history.Overview;
import io.tillflow.engine.history.Overview.Extent;
import io.tillflow.engine.history.Overview.Figures;
import io.tillflow.engine.history.Overview.ProcessHealth;
import io.tillflow.engine.model.ProcessModel;
import io.tillflow.studio.instances.DeployedModels;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** How each process does, with names. */
@Service
class ProcessOverview {

    private final Overview overview;
    private final DeployedModels models;

    ProcessOverview(Overview overview, DeployedModels models) {
        this.overview = overview;
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

    List<Line> lines(Instant from, Instant to) {
        return overview.processes(from, to).stream().map(this::line).toList();
    }

    Extent extent() {
        return overview.extent();
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
