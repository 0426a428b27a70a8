package io.tillflow.launcher.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "play",
        description = {
            "Plays a scenario of a model on the sandbox engine.",
            "Decisions, forms and called processes come from the files given after the model, then from the studio."
        },
        mixinStandardHelpOptions = true)
final class PlayCommand implements Callable<Integer> {

    @Mixin
    private StudioOptions options = new StudioOptions();

    @Option(
            names = "--scenario",
            paramLabel = "FILE",
            required = true,
            description = "What happens and what must come of it.")
    private @Nullable Path scenario;

    @Spec
    private @Nullable CommandSpec command;

    @Override
    public Integer call() {
        List<Path> files = new ArrayList<>(options.files());
        files.addAll(StudioAccess.readable(
                List.of(java.util.Objects.requireNonNull(scenario)), java.util.Objects.requireNonNull(command)));
        ObjectNode answer = Documents.withLists(options.studio().accepted("/api/v1/play", files), "steps", "path");
        boolean passed = answer.path("passed").asBoolean();
        if (options.json()) {
            Documents.print(System.out, answer);
        } else {
            answer.get("steps")
                    .forEach(step -> System.out.println((step.path("ok").asBoolean() ? "ok      " : "FAILED  ")
                            + step.path("number").asInt() + "  "
                            + step.path("step").asString("")
                            + (step.path("ok").asBoolean()
                                    ? ""
                                    : ": " + step.path("detail").asString(""))));
            System.out.println(passed ? "passed" : "failed");
        }
        return passed ? 0 : 1;
    }
}
