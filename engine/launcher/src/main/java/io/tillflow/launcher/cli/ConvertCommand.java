package io.tillflow.launcher.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "convert",
        description =
                "Converts a process drawn for Camunda 7, or whose elements share ids, and lists what is left to do by hand.",
        mixinStandardHelpOptions = true)
final class ConvertCommand implements Callable<Integer> {

    private static final Map<String, String> WORDS =
            Map.of("open", "by hand  ", "mapped", "mapped   ", "dropped", "dropped  ");

    @Mixin
    private StudioOptions options = new StudioOptions();

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write the converted process.")
    private @Nullable Path out;

    @Spec
    private @Nullable CommandSpec command;

    @Override
    public Integer call() throws IOException {
        List<Path> files = options.files();
        if (files.size() != 1) {
            throw new CommandLine.ParameterException(
                    Objects.requireNonNull(command).commandLine(), "Expected one file, but " + files.size() + " came.");
        }
        ObjectNode answer = Documents.withLists(
                options.studio().accepted("/api/v1/conversions", files), "open", "mapped", "dropped");
        String source = answer.path("source").asString("");
        if (out != null) {
            Files.writeString(out, source);
            answer.remove("source");
        }
        if (options.json()) {
            Documents.print(System.out, answer);
        } else {
            List.of("open", "mapped", "dropped").forEach(it -> print(WORDS.get(it), answer.path(it)));
        }
        return answer.path("open").isEmpty() ? 0 : 1;
    }

    private static void print(@Nullable String word, JsonNode lines) {
        lines.forEach(it -> System.out.printf(
                "%s%s: %s%n",
                word, it.path("elementId").asString(""), it.path("message").asString("")));
    }
}
