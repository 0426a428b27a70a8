package io.tillflow.launcher.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The connectors know how they sort; that part of them runs in a JVM of its own and needs nothing else of the suite. */
@Command(
        name = "sorting",
        description = {
            "Sorts texts by the local language model, as the step does that an automation has for it, and counts how often it is right,",
            "among 5, 20 and all labels (100 at most), by the labels' names alone and with three examples each; at most 1,000 texts.",
            "Beside it: the label that shares most words with the text, and the most frequent label. File: text, intent.",
            "Exit code 0: better than both. 1: not everywhere. 2: a file cannot be used; the sentence says why."
        },
        mixinStandardHelpOptions = true)
final class EvalSortingCommand implements Callable<Integer> {

    @Option(names = "--data", paramLabel = "CSV", required = true, description = "Texts that somebody sorted.")
    private Path data = Path.of("");

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("--data", data.toString()));
        if (json) {
            arguments.add("--json");
        }
        return JarProgram.of("connectors/app/target/connectors.jar", "io.tillflow.connectors.ai.sorting.EvalSorting")
                .run(arguments);
    }
}
