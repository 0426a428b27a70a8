package io.tillflow.launcher.cli;

import io.tillflow.launcher.Trouble;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "test",
        description = {
            "Runs scenarios and case tables with their coverage.",
            "MODEL is the id of a saved model or a file, beside which its scenarios lie in NAME.scenarios/ or its"
                    + " cases in NAME.cases.json; where neither is there, those of the saved model of its name are run."
                    + " All models when left out.",
            "Answers with 0 when all went as written, 1 when something went otherwise or there was nothing to try."
        },
        mixinStandardHelpOptions = true)
final class TestCommand implements Callable<Integer> {

    private static final double ENOUGH = 0.9;

    @Mixin
    private StudioAccess access = new StudioAccess();

    @Parameters(arity = "0..1", paramLabel = "MODEL", description = "A model's id or file.")
    private @Nullable String model;

    @Option(names = "--mutate", description = "Build mistakes in and see whether the tests notice.")
    private boolean mutate;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        ObjectNode answer = Documents.withLists(answer(), "failed", "missed");
        JsonNode mutation = answer.path("mutation");
        if (mutation.isObject()) {
            answer.set("mutants", mutation.get("mutants"));
            answer.set("killed", mutation.get("killed"));
            answer.set("survivors", mutation.get("survivors"));
        }
        answer.remove("mutation");
        if (json) {
            Documents.print(System.out, answer);
        } else {
            print(answer);
        }
        if (model != null && nothing(answer)) {
            throw new Trouble("Nothing is written down of how " + model + " must behave, so nothing was tried.");
        }
        boolean noticed = !answer.has("mutants")
                || answer.get("killed").asInt()
                        >= ENOUGH * answer.get("mutants").asInt();
        return answer.get("failed").isEmpty() && noticed ? 0 : 1;
    }

    private static boolean nothing(JsonNode answer) {
        return answer.path("scenarios").asInt() + answer.path("cases").asInt() == 0
                && answer.path("failed").isEmpty()
                && answer.path("not_playable").isEmpty();
    }

    private JsonNode answer() throws IOException {
        String query = "?mutate=" + mutate;
        if (model == null) {
            return access.studio().accepted("/api/v1/tests" + query, "");
        }
        Path file = Path.of(model);
        if (!Files.isRegularFile(file)) {
            if (model.contains("/") || model.endsWith(".bpmn") || model.endsWith(".dmn")) {
                throw new Trouble("There is no file " + model + " to read.");
            }
            return access.studio()
                    .accepted(
                            "/api/v1/tests" + query + "&model=" + URLEncoder.encode(model, StandardCharsets.UTF_8), "");
        }
        return access.studio().accepted("/api/v1/tests" + query, withThoseBeside(file));
    }

    /** The model first. */
    private static List<Path> withThoseBeside(Path file) throws IOException {
        List<Path> files = new ArrayList<>(List.of(file));
        String name = file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
        Path scenarios = file.resolveSibling(name + ".scenarios");
        if (Files.isDirectory(scenarios)) {
            try (Stream<Path> found = Files.list(scenarios)) {
                found.filter(it -> it.toString().matches(".*\\.ya?ml")).sorted().forEach(files::add);
            }
        }
        Path cases = file.resolveSibling(name + ".cases.json");
        if (Files.isRegularFile(cases)) {
            files.add(cases);
        }
        return files;
    }

    private static void print(ObjectNode answer) {
        answer.get("failed")
                .forEach(
                        one -> System.out.println("FAILED  " + one.path("model").asString("") + ", "
                                + one.path("name").asString("") + ": "
                                + one.path("detail").asString("")));
        answer.path("not_playable").forEach(one -> System.out.println("not playable here  " + one.asString("")));
        answer.get("missed").forEach(one -> System.out.println("missed  " + one.asString("")));
        answer.path("survivors")
                .forEach(one ->
                        System.out.println("unnoticed  " + one.path("kind").asString("") + " at "
                                + one.path("elementId").asString("") + ": "
                                + one.path("what").asString("")));
        System.out.printf(
                Locale.ROOT,
                "%d of %d scenarios passed, %d cases; elements %.0f %%, flows %.0f %%, rules %.0f %%%n",
                answer.path("passed").asInt(),
                answer.path("scenarios").asInt(),
                answer.path("cases").asInt(),
                100 * answer.path("element_coverage").asDouble(),
                100 * answer.path("flow_coverage").asDouble(),
                100 * answer.path("rules_hit").asDouble());
        if (answer.has("mutants")) {
            System.out.printf(
                    "%d of %d mistakes noticed%n",
                    answer.get("killed").asInt(), answer.get("mutants").asInt());
        }
    }
}
