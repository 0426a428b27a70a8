package io.tillflow.launcher.cli;

import io.tillflow.launcher.models.ModelsJvm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "eval",
        description = {
            "Measures what the suite predicts, ranks or answers against files of yours.",
            "With --data: prediction models on a folder of data, each with its figure, baseline and reference."
        },
        mixinStandardHelpOptions = true,
        subcommands = {EvalSearchCommand.class, EvalSortingCommand.class})
final class EvalCommand implements Callable<Integer> {

    @Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Parameters(paramLabel = "NAME", arity = "0..*", description = "Which prediction models (default: all).")
    private List<String> names = new ArrayList<>();

    @Option(names = "--data", paramLabel = "DIR", description = "The folder, or one file.")
    private @Nullable Path data;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (data == null) {
            CommandLine.Model.CommandSpec known = Objects.requireNonNull(spec);
            throw new CommandLine.ParameterException(
                    known.commandLine(),
                    "Measure what? prediction models with --data DIR, or "
                            + String.join(", ", known.subcommands().keySet()));
        }
        List<String> words = new ArrayList<>(List.of("eval", "--data", data.toString()));
        words.addAll(names);
        if (json) {
            words.add("--json");
        }
        return ModelsJvm.run(words);
    }
}
