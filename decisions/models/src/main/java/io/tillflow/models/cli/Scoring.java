package io.tillflow.models.cli;

import io.tillflow.models.ModelFile;
import io.tillflow.models.Predictors;
import io.tillflow.models.table.Source;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/** Asks a kept model about every case of a file. */
final class Scoring {
    private Scoring() {}

    static int run(Arguments arguments, PrintStream out) throws IOException {
        ModelFile file = ModelFile.read(Path.of(arguments.onlyName("model file")));
        Predictors.named(file.predictor())
                .predict(file, new Source(arguments.path("--data")), arguments.terms())
                .print(out);
        return 0;
    }
}
