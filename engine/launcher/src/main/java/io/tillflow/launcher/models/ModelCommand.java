package io.tillflow.launcher.models;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tillflow model}: fits a prediction and asks it, apart from each other. */
@Command(
        name = "model",
        description = "Fits a prediction model, or asks one.",
        mixinStandardHelpOptions = true,
        subcommands = {ModelCommand.Fit.class, ModelCommand.Predict.class})
public final class ModelCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                Objects.requireNonNull(spec).commandLine(), "Do what with a model? fit or predict");
    }

    /** What both ask for. */
    static final class Options {
        @Option(names = "--data", required = true, paramLabel = "PATH", description = "The folder, or one file.")
        private @Nullable Path data;

        @Option(
                names = "--as-of",
                paramLabel = "DAY",
                description = "The last day that is known (default: the data's).")
        private @Nullable String asOf;

        @Option(names = "--horizon", paramLabel = "N", description = "How many periods ahead.")
        private @Nullable Integer horizon;

        List<String> words(String... before) {
            List<String> words = new ArrayList<>(List.of(before));
            words.addAll(List.of("--data", Objects.requireNonNull(data).toString()));
            if (asOf != null) {
                words.addAll(List.of("--as-of", asOf));
            }
            if (horizon != null) {
                words.addAll(List.of("--horizon", horizon.toString()));
            }
            return words;
        }
    }

    @Command(
            name = "fit",
            description = "Learns from data and keeps the model as a file.",
            mixinStandardHelpOptions = true)
    static final class Fit implements Callable<Integer> {
        @Parameters(paramLabel = "NAME", description = "Which prediction, as decisions/models/README.md lists them.")
        private String name = "";

        @Mixin
        private Options options = new Options();

        @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where to keep the model.")
        private @Nullable Path out;

        @Override
        public Integer call() throws Exception {
            return ModelsJvm.run(options.words(
                    "fit", name, "--out", Objects.requireNonNull(out).toString()));
        }
    }

    @Command(
            name = "predict",
            description = "Prints scores as comma-separated values, one row a case.",
            mixinStandardHelpOptions = true)
    static final class Predict implements Callable<Integer> {
        @Parameters(paramLabel = "FILE", description = "A model that fit kept.")
        private String model = "";

        @Mixin
        private Options options = new Options();

        @Override
        public Integer call() throws Exception {
            return ModelsJvm.run(options.words("predict", model));
        }
    }
}
