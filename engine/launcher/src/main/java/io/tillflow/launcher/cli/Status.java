package io.tillflow.launcher.cli;

import io.tillflow.launcher.process.MemoryUse;
import io.tillflow.launcher.process.ProcessIdentity;
import io.tillflow.launcher.suite.Child;
import io.tillflow.launcher.suite.Suite;
import io.tillflow.launcher.supervisor.RunState;
import io.tillflow.launcher.supervisor.RunState.Activity;
import io.tillflow.launcher.supervisor.RunState.ChildState;
import io.tillflow.launcher.supervisor.RunState.Phase;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What {@code status} tells. */
record Status(boolean ready, String phase, long pssBytes, List<Line> processes) {

    private static final String LAUNCHER = "launcher";

    /** One process. */
    record Line(
            String name,
            String state,
            @Nullable Long pid,
            @Nullable Long uptimeS,
            @Nullable Long pssBytes,
            @Nullable Integer port,
            String health,
            int restarts) {}

    static Status of(Copy copy, Clock clock) {
        RunState state = copy.state();
        List<Line> lines = new ArrayList<>();
        ProcessIdentity launcher = state.launcher();
        boolean alive = state.launcherIsAlive();
        lines.add(line(LAUNCHER, alive ? "running" : "stopped", alive ? launcher : null, clock)
                .with(null, alive ? "up" : "down", 0));
        List<Child> children = copy.suite().map(Suite::children).orElse(List.of());
        children.forEach(child -> lines.add(line(child, find(state, child.name()), clock)));
        boolean ready = alive
                && state.phase() == Phase.READY
                && lines.stream().allMatch(line -> line.health().equals("up"));
        long pss = lines.stream()
                .mapToLong(line -> line.pssBytes() == null ? 0 : line.pssBytes())
                .sum();
        String phase = alive ? state.phase().name().toLowerCase(Locale.ROOT) : "stopped";
        return new Status(ready, phase, pss, List.copyOf(lines));
    }

    private static Optional<ChildState> find(RunState state, String name) {
        return state.children().stream()
                .filter(child -> child.name().equals(name))
                .findFirst();
    }

    private static Line line(Child child, Optional<ChildState> found, Clock clock) {
        ProcessIdentity process =
                found.map(ChildState::process).filter(ProcessIdentity::isAlive).orElse(null);
        Activity activity = found.map(ChildState::state).orElse(Activity.STOPPED);
        if (child.missing().isPresent()) {
            activity = Activity.MISSING;
        } else if (process == null && activity == Activity.RUNNING) {
            activity = Activity.STOPPED; // the launcher is gone, or has not noticed yet
        }
        String health = process == null ? "down" : child.ready() ? "up" : "not ready";
        return line(child.name(), activity.name().toLowerCase(Locale.ROOT), process, clock)
                .with(
                        found.map(ChildState::port).orElse(null),
                        health,
                        found.map(ChildState::restarts).orElse(0));
    }

    private record Basics(
            String name, String state, @Nullable ProcessIdentity process, Clock clock) {

        Line with(@Nullable Integer port, String health, int restarts) {
            if (process == null) {
                return new Line(name, state, null, null, null, port, health, restarts);
            }
            // the launcher's children have lines of their own
            OptionalLong pss =
                    name.equals(LAUNCHER) ? MemoryUse.pssOf(process.pid()) : MemoryUse.pssOfTree(process.pid());
            Long uptime = process.handle()
                    .flatMap(handle -> handle.info().startInstant())
                    .map(start -> Duration.between(start, clock.instant()).toSeconds())
                    .orElse(null);
            return new Line(
                    name,
                    state,
                    process.pid(),
                    uptime,
                    pss.isPresent() ? pss.getAsLong() : null,
                    port,
                    health,
                    restarts);
        }
    }

    private static Basics line(String name, String state, @Nullable ProcessIdentity process, Clock clock) {
        return new Basics(name, state, process, clock);
    }
}
