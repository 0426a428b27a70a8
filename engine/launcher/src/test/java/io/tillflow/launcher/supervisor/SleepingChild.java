package io.tillflow.launcher.supervisor;

import io.tillflow.launcher.process.Command;
import io.tillflow.launcher.process.Signal;
import io.tillflow.launcher.process.Stop;
import io.tillflow.launcher.settings.Port;
import io.tillflow.launcher.suite.Child;
import io.tillflow.launcher.suite.Rank;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A child that costs nothing: a shell that sleeps, and is ready once it wrote its file. */
record SleepingChild(String name, Rank rank, Port port, Path folder, String script, Optional<String> missing)
        implements Child {

    static SleepingChild of(String name, Rank rank, Port port, Path folder) {
        return new SleepingChild(name, rank, port, folder, "touch up; exec sleep 600", Optional.empty());
    }

    SleepingChild running(String other) {
        return new SleepingChild(name, rank, port, folder, other, missing);
    }

    SleepingChild without(String reason) {
        return new SleepingChild(name, rank, port, folder, script, Optional.of(reason));
    }

    private Path home() {
        return folder.resolve(name);
    }

    @Override
    public List<Port> ports() {
        return List.of(port);
    }

    @Override
    public void prepare() throws java.io.IOException {
        Files.createDirectories(home());
        Files.deleteIfExists(home().resolve("up"));
    }

    @Override
    public Command command() {
        return new Command(List.of("sh", "-c", script), Map.of("NAME", name), home());
    }

    @Override
    public boolean ready() {
        return Files.exists(home().resolve("up"));
    }

    @Override
    public Stop stop() {
        return new Stop(Signal.TERM, Duration.ofSeconds(5));
    }
}
