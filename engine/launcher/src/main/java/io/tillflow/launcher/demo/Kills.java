package io.tillflow.launcher.demo;

import io.tillflow.launcher.demo.suite.Pause;
import io.tillflow.launcher.process.ProcessIdentity;
import io.tillflow.launcher.process.Signal;
import io.tillflow.launcher.supervisor.RunState;
import io.tillflow.launcher.supervisor.RunState.Activity;
import io.tillflow.launcher.supervisor.RunState.ChildState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Kills parts of the suite while people shop, one after the other, each when all others are up; the launcher restarts them. */
final class Kills {
    private static final List<String> VICTIMS = List.of("storefront", "connectors", "zeebe");
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration GLANCE = Duration.ofMillis(200);

    private final Supplier<RunState> suite;
    private final int times;
    private final Duration shopping;
    private final Consumer<String> progress;
    private final List<Kill> done = new ArrayList<>();

    /** @param shopping how long people come; the kills are spread over that time */
    Kills(Supplier<RunState> suite, int times, Duration shopping, Consumer<String> progress) {
        this.suite = suite;
        this.times = times;
        this.shopping = shopping;
        this.progress = progress;
    }

    /** One process ended without warning, and after how long its successor was ready. */
    record Kill(String process, long atMs, long backMs) {
        Map<String, Object> row() {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("process", process);
            row.put("at_ms", atMs);
            row.put("back_ms", backMs);
            return row;
        }
    }

    /** Comes back when the last one killed is up again. */
    List<Kill> carryOut() {
        long began = System.nanoTime();
        for (int n = 0; n < times; n++) {
            Pause.of(shopping.multipliedBy(n + 1L).dividedBy(times + 1L).minusNanos(System.nanoTime() - began));
            kill(VICTIMS.get(n % VICTIMS.size()), began);
        }
        return List.copyOf(done);
    }

    private void kill(String name, long began) {
        ProcessIdentity victim = running(name, Optional.empty());
        long at = System.nanoTime();
        Signal.KILL.send(victim);
        progress.accept("killed " + name);
        running(name, Optional.of(victim));
        long back = (System.nanoTime() - at) / 1_000_000;
        done.add(new Kill(name, (at - began) / 1_000_000, back));
        progress.accept("%s is back after %.1f s".formatted(name, back / 1000.0));
    }

    /** The process of that name once every part is up and it is not the one killed. */
    private ProcessIdentity running(String name, Optional<ProcessIdentity> killed) {
        return Pause.until(
                        PATIENCE,
                        GLANCE,
                        () -> all().flatMap(children -> children.stream()
                                .filter(child -> child.name().equals(name))
                                .flatMap(child -> Optional.ofNullable(child.process()).stream())
                                .filter(process ->
                                        killed.filter(process::equals).isEmpty())
                                .findFirst()))
                .orElseThrow(() -> new IllegalStateException("expected " + name + " to run within "
                        + PATIENCE.toMinutes() + " minutes, but it does not; see ./tillflow logs " + name));
    }

    private Optional<List<ChildState>> all() {
        List<ChildState> children = suite.get().children();
        return children.stream()
                        .allMatch(child -> child.state() == Activity.RUNNING
                                && Optional.ofNullable(child.process())
                                        .filter(ProcessIdentity::isAlive)
                                        .isPresent())
                ? Optional.of(children)
                : Optional.empty();
    }
}
