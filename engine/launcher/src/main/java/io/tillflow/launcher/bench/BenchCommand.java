package io.tillflow.launcher.bench;

import io.tillflow.launcher.bench.lighthouse.LighthouseCommand;
import io.tillflow.launcher.demo.BenchOrdersCommand;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Spec;

/** {@code tillflow bench NAME}. */
@Command(
        name = "bench",
        description = "Measures the running suite beside a yardstick on the same machine.",
        mixinStandardHelpOptions = true,
        subcommands = {
            BenchOrdersCommand.class,
            BenchShopCommand.class,
            LighthouseCommand.class,
            ConsoleBenchCommand.class,
            BenchModelsCommand.class,
            BenchDesignerCommand.class
        })
public final class BenchCommand implements Runnable {

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
