package io.tillflow.launcher.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Spec;

@Command(
        name = "eval",
        description = "Measures what the suite predicts, ranks or answers against files of yours.",
        mixinStandardHelpOptions = true,
        subcommands = EvalSearchCommand.class)
final class EvalCommand implements Runnable {

    @Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public void run() {
        CommandLine.Model.CommandSpec known = java.util.Objects.requireNonNull(spec);
        throw new CommandLine.ParameterException(
                known.commandLine(),
                "Measure what? " + String.join(", ", known.subcommands().keySet()));
    }
}
