package io.tillflow.models.cli;

import io.tillflow.models.Fit;
import io.tillflow.models.Predictor;
import io.tillflow.models.Predictors;
import io.tillflow.models.measure.Stopwatch;
import io.tillflow.models.table.Source;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/** Fits one model and keeps it as a file. */
final class Fitting {
    private Fitting() {}

    static boolean run(Arguments arguments, PrintStream notes) throws IOException {
        Path out = arguments.path("--out");
        return fit(Predictors.named(arguments.onlyName("model")), arguments, out, notes);
    }

    private static <M> boolean fit(Predictor<M> predictor, Arguments arguments, Path out, PrintStream notes)
            throws IOException {
        Stopwatch watch = new Stopwatch();
        Fit<M> fit = predictor.fit(new Source(arguments.path("--data")), arguments.terms());
        return switch (fit) {
            case Fit.TooLittle<M> none -> {
                notes.println("no model " + predictor.name() + ": " + none.reason());
                yield false;
            }
            case Fit.Fitted<M> fitted -> {
                keep(out.toAbsolutePath(), predictor.write(fitted.model()));
                notes.printf(
                        Locale.ROOT,
                        "%s fitted on %d rows in %.1f s: %s%n",
                        predictor.name(),
                        fitted.rows(),
                        watch.seconds(),
                        out);
                yield true;
            }
        };
    }

    /** All or nothing, so that a reader never meets half a model. */
    static void keep(Path out, byte[] model) throws IOException {
        Path part = out.resolveSibling(out.getFileName() + ".part");
        Files.write(part, model);
        Files.move(part, out, StandardCopyOption.REPLACE_EXISTING);
    }
}
