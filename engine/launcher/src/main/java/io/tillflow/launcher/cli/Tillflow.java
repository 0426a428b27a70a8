package io.tillflow.launcher.cli;

import io.tillflow.launcher.Trouble;
import io.tillflow.launcher.bench.BenchCommand;
import io.tillflow.launcher.demo.DemoCommand;
import io.tillflow.launcher.models.ModelCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;

/** The {@code tillflow} command; 0 holds, 1 does not, 2 wrong use, 3 the suite is not reachable. */
@Command(
        name = "tillflow",
        mixinStandardHelpOptions = true,
        versionProvider = Tillflow.Version.class,
        description = "Runs the Tillflow suite on this machine and speaks to it.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Without Java yet: ./tillflow build (what is missing or changed), ./tillflow test (the project's own tests).",
            "Of a running studio: ./tillflow test MODEL, ./tillflow test --json, ./tillflow test --mutate (scenarios and cases).",
            "Settings are explained in tillflow.yml."
        },
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            ResetCommand.class,
            DoctorCommand.class,
            VerifyCommand.class,
            DeployCommand.class,
            LintCommand.class,
            EvalCommand.class,
            ModelCommand.class,
            ImportCommand.class,
            ExportCommand.class,
            BenchCommand.class,
            ConnectorsCommand.class,
            AutomationsCommand.class,
            RoundtripCommand.class,
            ConvertCommand.class,
            PrintCommand.class,
            DiffCommand.class,
            MergeCommand.class,
            PlayCommand.class,
            TestCommand.class,
            BacktestCommand.class,
            ProjectCommands.Pull.class,
            ProjectCommands.Push.class,
            DemoCommand.class,
            RoutesCommand.class
        })
public final class Tillflow implements Runnable {

    @CommandLine.Spec
    private CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

    public static CommandLine commandLine() {
        return new CommandLine(new Tillflow())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Tillflow::explain);
    }

    @Override
    public void run() {
        CommandLine.Model.CommandSpec known = java.util.Objects.requireNonNull(spec);
        throw new CommandLine.ParameterException(known.commandLine(), "Which command?");
    }

    private static int explain(Exception failure, CommandLine command, ParseResult parsed) throws Exception {
        Trouble trouble = trouble(failure);
        PrintWriter err = command.getErr();
        err.println(trouble.sentence());
        err.flush();
        if (wantsDocument(parsed)) {
            Json.print(System.out, Map.of("ok", false, "reason", trouble.sentence()));
        }
        return trouble.exitCode();
    }

    /** Whoever reads documents is told in one, too, why there is no other. */
    private static boolean wantsDocument(ParseResult parsed) {
        return parsed.hasMatchedOption("--json") || (parsed.hasSubcommand() && wantsDocument(parsed.subcommand()));
    }

    /** A full disk or a missing permission can strike anywhere; anything else is a defect and shows itself as one. */
    private static Trouble trouble(Exception failure) throws Exception {
        return switch (failure) {
            case Trouble trouble -> trouble;
            case UncheckedIOException e -> fileTrouble(e.getCause());
            case IOException e -> fileTrouble(e);
            default -> throw failure;
        };
    }

    private static Trouble fileTrouble(@Nullable IOException e) {
        return new Trouble("A file could not be read or written (" + e
                + "): free some space on its disk or put its permissions right, then try again.");
    }

    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Tillflow.class.getPackage().getImplementationVersion();
            return new String[] {"tillflow " + (version == null ? "(development)" : version)};
        }
    }
}
