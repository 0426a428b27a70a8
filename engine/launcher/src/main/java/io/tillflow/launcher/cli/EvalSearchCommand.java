package io.tillflow.launcher.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The shop knows how it searches; that part of it runs in a JVM of its own and needs nothing else of the suite. */
@Command(
        name = "search",
        description = {
            "Ranks products for judged queries as the shop would, by words and by meaning, and measures nDCG@10,",
            "with its words alone and plain BM25 beside it.",
            "Products: id, title, description, brand, category. Judgments: query, product_id, grade (0 to 3).",
            "Exit code 0: better than BM25. 1: not better. 2: a file cannot be used; the sentence says why."
        },
        mixinStandardHelpOptions = true)
final class EvalSearchCommand implements Callable<Integer> {

    @Option(names = "--products", paramLabel = "CSV", required = true, description = "What there is to find.")
    private Path products = Path.of("");

    @Option(names = "--judgments", paramLabel = "CSV", required = true, description = "How well what answers what.")
    private Path judgments = Path.of("");

    @Option(names = "--run", paramLabel = "CSV", description = "Write the ranking: query, rank, product_id.")
    private @Nullable Path run;

    @Option(names = "--words", description = "Look at words alone, as a shop whose search has no language model.")
    private boolean words;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<String> arguments =
                new ArrayList<>(List.of("--products", products.toString(), "--judgments", judgments.toString()));
        if (run != null) {
            arguments.addAll(List.of("--run", run.toString()));
        }
        if (words) {
            arguments.add("--words");
        }
        if (json) {
            arguments.add("--json");
        }
        return JarProgram.of("storefront/target/storefront.jar", "io.tillflow.storefront.search.eval.EvalSearch")
                .run(arguments);
    }
}
