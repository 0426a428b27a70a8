package io.tillflow.launcher.cli;

import io.tillflow.launcher.Trouble;
import io.tillflow.launcher.demo.VerifyShopCommand;
import io.tillflow.launcher.suite.Endpoints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "verify",
        description = "Checks what the suite has stored.",
        mixinStandardHelpOptions = true,
        subcommands = VerifyShopCommand.class)
final class VerifyCommand implements Runnable {

    @Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public void run() {
        CommandLine.Model.CommandSpec known = java.util.Objects.requireNonNull(spec);
        throw new CommandLine.ParameterException(known.commandLine(), "Verify what? history or shop");
    }

    /** The exporter knows how to rebuild; it runs in a JVM of its own, as it would in the broker. */
    @Command(
            name = "history",
            description = "Rebuilds the history from the archive into a scratch schema and compares row by row.",
            mixinStandardHelpOptions = true)
    int history(
            @Mixin CopyOptions options,
            @Option(names = "--from", paramLabel = "DIR", description = "Another archive folder.") @Nullable Path from,
            @Option(names = "--json", description = "Print one JSON document.") boolean json)
            throws IOException, InterruptedException {
        Copy copy = Copy.of(options);
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
                "io.tillflow.exporter.VerifyHistory",
                "--from",
                (from == null ? copy.folders().archive() : from).toString()));
        if (json) {
            command.add("--json");
        }
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment()
                .putAll(Map.of(
                        "TILLFLOW_DATABASE_URL", endpoints.database().url(),
                        "TILLFLOW_DATABASE_USER", endpoints.database().user(),
                        "TILLFLOW_DATABASE_PASSWORD", endpoints.database().password()));
        return builder.start().waitFor();
    }
}
