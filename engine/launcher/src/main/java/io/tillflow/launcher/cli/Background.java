package io.tillflow.launcher.cli;

import io.tillflow.launcher.Trouble;
import io.tillflow.launcher.process.Command;
import io.tillflow.launcher.process.Poll;
import io.tillflow.launcher.settings.Folders;
import io.tillflow.launcher.settings.Setting;
import io.tillflow.launcher.settings.Settings;
import io.tillflow.launcher.supervisor.RunFile;
import io.tillflow.launcher.supervisor.RunState;
import io.tillflow.launcher.supervisor.RunState.Phase;
import io.tillflow.launcher.supervisor.Supervisor;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Starts a launcher in the background and shows what it says until it is ready. */
record Background(Settings settings) {

    private static final Duration STEP = Duration.ofMillis(50);

    void start() throws IOException {
        Folders folders = settings.folders();
        Path log = folders.log("launcher");
        long offset = Files.exists(log) ? Files.size(log) : 0;
        Process launcher = command().start(log);
        Follower follower = new Follower(log, offset, System.out::print);
        RunFile file = new RunFile(folders);
        Poll.until(settings.startLimit().multipliedBy(Supervisor.LONGEST_START), STEP, () -> {
            follower.show();
            return !launcher.isAlive() || answered(file.read(0), launcher.pid());
        });
        follower.show();
        RunState state = file.read(0);
        if (launcher.isAlive() && state.phase() == Phase.READY) {
            return;
        }
        throw new Trouble(
                state.message() == null
                        ? "The launcher ended before the suite was ready: see " + log + "."
                        : "The suite did not start; everything started was stopped again.");
    }

    private static boolean answered(RunState state, long pid) {
        return state.launcher() != null && state.launcher().pid() == pid && state.phase() == Phase.READY;
    }

    private Command command() {
        List<String> arguments = new ArrayList<>();
        arguments.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        arguments.add("-Xmx64m");
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith("-XX:"))
                .forEach(arguments::add);
        arguments.addAll(List.of(
                "-Dtillflow.home=" + settings.home(),
                "-jar",
                jar().toString(),
                "up",
                "--supervise",
                "--data",
                settings.folders().data().toString(),
                "--port-base",
                settings.text(Setting.PORT_BASE)));
        Map<String, String> environment = System.getenv().entrySet().stream()
                .filter(variable -> variable.getKey().startsWith("TILLFLOW_"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new Command(arguments, environment, settings.home());
    }

    private static Path jar() {
        try {
            return Path.of(Background.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
