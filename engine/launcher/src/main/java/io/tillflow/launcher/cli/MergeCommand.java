package io.tillflow.launcher.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "merge",
        description = {
            "Does to A what B changed since BASE.",
            "Where both changed the same thing, A's way is written, the conflict is listed, and the exit code is 1."
        },
        mixinStandardHelpOptions = true)
final class MergeCommand implements Callable<Integer> {

    @Mixin
    private StudioAccess access = new StudioAccess();

    @Spec
    private @Nullable CommandSpec command;

    @Parameters(arity = "3", paramLabel = "BASE A B", description = "The common origin and what two people made of it.")
    private List<Path> files = List.of();

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write the merged model.")
    private @Nullable Path out;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        List<Path> readable = StudioAccess.readable(files, java.util.Objects.requireNonNull(command));
        ObjectNode answer = Documents.withLists(access.studio().accepted("/api/v1/merge", readable), "conflicts");
        JsonNode source = answer.remove("source");
        if (out != null) {
            Files.writeString(out, source.asString(""));
        }
        if (json) {
            Documents.print(System.out, answer);
        } else {
            answer.get("conflicts")
                    .forEach(one ->
                            System.out.println("! " + one.path("elementId").asString("") + " "
                                    + one.path("property").asString("") + ": A says \""
                                    + one.path("a").asString("")
                                    + "\", B says \"" + one.path("b").asString("") + "\""));
            System.out.println(answer.get("conflicts").size() + " conflicts");
            if (out == null) {
                System.out.print(source.asString(""));
            }
        }
        return answer.get("conflicts").isEmpty() ? 0 : 1;
    }
}
