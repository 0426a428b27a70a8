package io.tillflow.launcher.cli;

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
        name = "diff",
        description = "Tells what differs between two models, element by element; exits with 1 when anything does.",
        mixinStandardHelpOptions = true)
final class DiffCommand implements Callable<Integer> {

    @Mixin
    private StudioAccess access = new StudioAccess();

    @Spec
    private @Nullable CommandSpec command;

    @Parameters(arity = "2", paramLabel = "A B", description = "The older and the newer model.")
    private List<Path> files = List.of();

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Override
    public Integer call() {
        List<Path> readable = StudioAccess.readable(files, java.util.Objects.requireNonNull(command));
        ObjectNode answer =
                Documents.withLists(access.studio().accepted("/api/v1/diff", readable), "added", "removed", "changed");
        if (json) {
            Documents.print(System.out, answer);
        } else {
            answer.get("added").forEach(one -> System.out.println("+ " + element(one)));
            answer.get("removed").forEach(one -> System.out.println("- " + element(one)));
            answer.get("changed")
                    .forEach(one ->
                            System.out.println("~ " + one.path("elementId").asString("") + " "
                                    + one.path("property").asString("") + ": "
                                    + one.path("from").asString("") + " -> "
                                    + one.path("to").asString("")));
        }
        boolean same = answer.get("added").isEmpty()
                && answer.get("removed").isEmpty()
                && answer.get("changed").isEmpty();
        return same ? 0 : 1;
    }

    private static String element(JsonNode one) {
        return one.path("elementId").asString("") + " (" + one.path("type").asString("") + ") "
                + one.path("name").asString("");
    }
}
