package io.tillflow.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The {@code tillflow} command as a person types it, on one data folder. */
final class Cli {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path home;
    private final Path data;
    private final Map<String, String> environment;

    Cli(Path home, Path data) {
        this(home, data, Map.of());
    }

    Cli(Path home, Path data, Map<String, String> environment) {
        this.home = home;
        this.data = data;
        this.environment = environment;
    }

    /** What a command left behind. */
    record Result(int exit, String out, String err) {
        JsonNode json() {
            return JSON.readTree(out);
        }

        Result ok() {
            if (exit != 0) {
                throw new AssertionError("expected exit code 0, but it is " + exit + "\n" + out + "\n" + err);
            }
            return this;
        }
    }

    /** Runs a command to its end. */
    Result run(Duration limit, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dtillflow.home=" + home,
                "-jar",
                home.resolve("engine/launcher/target/launcher.jar").toString()));
        command.addAll(List.of(arguments));
        command.add("--data=" + data);
        try {
            Path out = Files.createTempFile("tillflow", ".out");
            Path err = Files.createTempFile("tillflow", ".err");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(home.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroy();
                throw new AssertionError("expected tillflow " + arguments[0] + " to end within " + limit + "\n"
                        + Files.readString(out) + "\n" + Files.readString(err));
            }
            return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
