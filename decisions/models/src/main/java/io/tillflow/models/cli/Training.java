package io.tillflow.models.cli;

import io.tillflow.models.Fit;
import io.tillflow.models.ModelFile;
import io.tillflow.models.Predictors;
import io.tillflow.models.Terms;
import io.tillflow.models.life.Trained;
import io.tillflow.models.life.Trial;
import io.tillflow.models.measure.Stopwatch;
import io.tillflow.models.table.Source;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tries a recipe on the later data, then fits it on all of it and keeps the model; the answer is one JSON document:
 * {@code rows, seconds, missing} (why there is no model) and {@code trial}.
 */
final class Training {
    private static final int LEFT_ALONE = 3;

    private Training() {}

    /** What came of it. */
    record Answer(
            String model,
            int rows,
            double seconds,
            @Nullable String missing,
            @Nullable Trial trial) {}

    static boolean run(Arguments arguments, PrintStream out) throws IOException {
        if (arguments.withCaller()) {
            endWithCaller();
        }
        Answer answer = train(Predictors.trained(arguments.onlyName("model")), arguments);
        out.println(JsonMapper.shared().writeValueAsString(answer));
        return answer.missing() == null;
    }

    private static <M> Answer train(Trained<M> recipe, Arguments arguments) throws IOException {
        Stopwatch watch = new Stopwatch();
        Source data = new Source(arguments.path("--data"));
        Path out = arguments.path("--out").toAbsolutePath();
        Optional<M> live = arguments.optionalPath("--live").map(ModelFile::read).map(recipe::read);
        return switch (recipe.fit(data, Terms.USUAL)) {
            case Fit.TooLittle<M> none -> new Answer(recipe.name(), 0, watch.seconds(), none.reason(), null);
            case Fit.Fitted<M> fitted -> {
                Optional<String> missing = recipe.missingToTryOut(data);
                if (missing.isPresent()) {
                    yield new Answer(recipe.name(), fitted.rows(), watch.seconds(), missing.get(), null);
                }
                Trial trial = recipe.tryOut(data, live, arguments.seen());
                Fitting.keep(out, recipe.write(fitted.model()));
                yield new Answer(recipe.name(), fitted.rows(), watch.seconds(), null, trial);
            }
        };
    }

    /** Nobody would read the answer any more, so the work would be for nothing. */
    private static void endWithCaller() {
        Thread.ofPlatform().daemon().name("caller").start(() -> {
            try {
                while (System.in.read() >= 0) {
                    // what is said there means nothing
                }
            } catch (IOException gone) {
                // as good as its end
            }
            Runtime.getRuntime().halt(LEFT_ALONE);
        });
    }
}
