package io.tillflow.launcher.cli;

import io.tillflow.launcher.demo.VerifyShopCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
        List<String> arguments =
                new ArrayList<>(List.of("--from", (from == null ? copy.folders().archive() : from).toString()));
        if (json) {
            arguments.add("--json");
        }
        return ExporterProgram.of(copy, "VerifyHistory", arguments).run();
    }
}
