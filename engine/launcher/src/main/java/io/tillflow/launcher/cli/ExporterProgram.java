package io.tillflow.launcher.cli;

import io.tillflow.launcher.Trouble;
import io.tillflow.launcher.suite.Endpoints;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A program in the exporter's jar: it knows the history's tables and runs in a JVM of its own, as it would in the broker. */
public final class ExporterProgram {

    private final ProcessBuilder builder;

    private ExporterProgram(ProcessBuilder builder) {
        this.builder = builder;
    }

    /** Prepares it against a copy's database. */
    public static ExporterProgram of(Copy copy, String name, List<String> arguments) {
        Endpoints endpoints = copy.reach();
        Path exporter = copy.settings().home().resolve("engine/exporter/target/exporter.jar");
        if (!Files.exists(exporter)) {
            throw new Trouble(exporter + " is not built: run ./tillflow build.");
        }
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-cp",
                exporter.toString(),
                "io.tillflow.exporter." + name));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment()
                .putAll(Map.of(
                        "TILLFLOW_DATABASE_URL", endpoints.database().url(),
                        "TILLFLOW_DATABASE_USER", endpoints.database().user(),
                        "TILLFLOW_DATABASE_PASSWORD", endpoints.database().password()));
        return new ExporterProgram(builder);
    }

    /** Runs it with this command's input and output and answers its exit code. */
    public int run() throws IOException, InterruptedException {
        return builder.start().waitFor();
    }

    /** Runs it and answers what it printed; what it says about its progress still goes to the terminal. */
    public String output() throws IOException, InterruptedException {
        Process process = builder.redirectOutput(Redirect.PIPE).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new Trouble("The history could not be written; the lines above say why.");
        }
        return printed;
    }
}
