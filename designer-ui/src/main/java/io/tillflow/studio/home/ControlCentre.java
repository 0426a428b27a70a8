package io.tillflow.studio.home;

import io.tillflow.engine.history.Count;
import io.tillflow.engine.history.InstanceFilter;
import io.tillflow.engine.history.InstanceState;
import io.tillflow.engine.history.Instances.Order;
import io.tillflow.engine.history.Overview;
import io.tillflow.engine.history.Overview.Activity;
import io.tillflow.engine.history.Overview.Figures;
import io.tillflow.engine.history.Overview.Open;
import io.tillflow.engine.history.Overview.ProcessHealth;
import io.tillflow.engine.history.Overview.Slice;
import io.tillflow.engine.model.ProcessModel;
import io.tillflow.studio.instances.DeployedModels;
import io.tillflow.studio.instances.Parameters;
import io.tillflow.studio.instances.Rows;
import io.tillflow.studio.kit.Period;
import io.tillflow.studio.tasks.Inbox;
import io.tillflow.studio.tasks.Task;
import io.tillflow.studio.watch.Watch;
import io.tillflow.studio.watch.Watch.Sight;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/** The figures of the first page, all of them counted in history. */
@Service
class ControlCentre {

    private static final int SLICES = 24;
    private static final int LATELY = 8;
    private static final int FAILING = 5;
    private static final int TASKS = 4;

    private final Overview overview;
    private final Rows rows;
    private final DeployedModels models;
    private final Inbox inbox;
    private final Watch watch;
    private final Clock clock;

    ControlCentre(Overview overview, Rows rows, DeployedModels models, Inbox inbox, Watch watch, Clock clock) {
        this.overview = overview;
        this.rows = rows;
        this.models = models;
        this.inbox = inbox;
        this.watch = watch;
        this.clock = clock;
    }

    /** One process with its names. */
    record Automation(ProcessHealth health, String name, Optional<String> worstStep, List<Slice> slices) {}

    /** Something that happened, with names. */
    record Happened(Activity activity, String process, String step) {}

    /** All of it. */
    record Picture(
            Open open,
            Figures now,
            Figures before,
            List<Slice> slices,
            List<Automation> automations,
            List<Happened> lately,
            List<Rows.Row> failing,
            Count late,
            List<Task> tasks,
            Inbox.Summary inbox,
            Sight sight,
            DeployedModels models) {}

    /** The day begins at midnight of that zone. */
    Picture look(Period period, ZoneId zone) {
        Instant now = clock.instant();
        Instant from = period.from(now, zone);
        Duration cycle = period.cycle();
        Duration length = Duration.between(from, now);
        Duration width = length.dividedBy(SLICES);
        Parameters failing =
                new Parameters(InstanceFilter.ALL.withStates(Set.of(InstanceState.INCIDENT)), Order.LATEST);
        return new Picture(
                overview.open(),
                overview.figures(from, now),
                overview.figures(from.minus(cycle), now.minus(cycle)),
                overview.slices(from, width, SLICES, Optional.empty()),
                overview.processes(from, now).stream()
                        .map(it -> automation(it, from, width))
                        .toList(),
                overview.lately(LATELY).stream().map(this::happened).toList(),
                rows.list(failing, Optional.empty(), FAILING).rows(),
                rows.count(failing.filter()),
                inbox.mostPressing(TASKS),
                inbox.summary(),
                watch.last(),
                models);
    }

    private Automation automation(ProcessHealth health, Instant from, Duration width) {
        ProcessModel model = models.process(health.definitionKey(), health.processId());
        return new Automation(
                health,
                model.title(),
                health.worstElement().map(model::label),
                overview.slices(from, width, SLICES, Optional.of(health.processId())));
    }

    private Happened happened(Activity activity) {
        ProcessModel model = models.process(activity.definitionKey(), activity.processId());
        return new Happened(
                activity, model.title(), activity.elementId().isEmpty() ? "" : model.label(activity.elementId()));
    }
}
