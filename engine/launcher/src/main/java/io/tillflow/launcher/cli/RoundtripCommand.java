package io.tillflow.launcher.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "roundtrip",
        description = "Opens models as the editor does, saves them, and tells what that lost, added or changed.",
        mixinStandardHelpOptions = true)
final class RoundtripCommand implements Callable<Integer> {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Mixin
    private StudioOptions options = new StudioOptions();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where to write what was saved; a folder for several files.")
    private @Nullable Path out;

    @Spec
    private @Nullable CommandSpec command;

    @Override
    public Integer call() throws IOException {
        List<Path> files = options.files();
        if (files.size() > 1 && out != null && !Files.isDirectory(out)) {
            throw new CommandLine.ParameterException(
                    java.util.Objects.requireNonNull(command).commandLine(),
                    "Several files go to a folder, but " + out + " is none.");
        }
        ArrayNode answers = JSON.createArrayNode();
        boolean kept = true;
        for (Path file : files) {
            ObjectNode answer = Documents.withLists(
                    options.studio().accepted("/api/v1/roundtrip", List.of(file)), "lost", "added", "changed");
            write(file, answer.remove("source"));
            answers.add(answer);
            kept &= answer.get("lost").isEmpty() && answer.get("changed").isEmpty();
            if (!options.json()) {
                print(answer);
            }
        }
        if (options.json()) {
            Documents.print(
                    System.out,
                    answers.size() == 1
                            ? answers.get(0)
                            : JSON.createObjectNode().set("files", answers));
        }
        return kept ? 0 : 1;
    }

    private void write(Path file, JsonNode source) throws IOException {
        if (out != null) {
            Files.writeString(Files.isDirectory(out) ? out.resolve(file.getFileName()) : out, source.asString(""));
        }
    }

    private static void print(JsonNode answer) {
        System.out.printf(
                "%s: %d lost, %d changed, %d added, %d shapes before, %d after%n",
                answer.path("file").asString(""),
                answer.get("lost").size(),
                answer.get("changed").size(),
                answer.get("added").size(),
                answer.path("shapes_before").asInt(),
                answer.path("shapes_after").asInt());
        answer.get("lost")
                .forEach(item ->
                        System.out.println("  lost     " + item.path("path").asString("")));
        answer.get("changed")
                .forEach(item ->
                        System.out.println("  changed  " + item.path("path").asString("")));
    }
}
