package io.tillflow.launcher.cli;

import io.tillflow.launcher.remote.Studio;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "lint",
        description = {
            "Checks models against the rules of the studio's editor.",
            "Of a folder it says file by file whether the engine would take it, or which element stands against it."
        },
        mixinStandardHelpOptions = true)
final class LintCommand implements Callable<Integer> {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A server takes no more files at a time. */
    private static final int AT_A_TIME = 40;

    @Mixin
    private StudioOptions options = new StudioOptions();

    @Override
    public Integer call() {
        List<Path> files = options.files();
        Studio studio = options.studio();
        ArrayNode findings = JSON.createArrayNode();
        batches(files).forEach(batch -> judge(studio, batch, findings));
        ObjectNode answer = JSON.createObjectNode();
        answer.set("findings", findings);
        int errors = count(answer, "error");
        answer.put("errors", errors);
        answer.put("warnings", count(answer, "warn"));
        if (options.many()) {
            answer.set("files", verdicts(files, findings));
        }
        if (options.json()) {
            Documents.print(System.out, answer);
        } else {
            print(answer);
        }
        return errors == 0 ? 0 : 1;
    }

    /** What lies together is judged together: one file may need another. */
    private static List<List<Path>> batches(List<Path> files) {
        Map<Path, List<Path>> folders = new LinkedHashMap<>();
        files.forEach(it -> folders.computeIfAbsent(it.toAbsolutePath().getParent(), folder -> new ArrayList<>())
                .add(it));
        List<List<Path>> batches = new ArrayList<>();
        for (List<Path> folder : folders.values()) {
            for (int from = 0; from < folder.size(); from += AT_A_TIME) {
                batches.add(folder.subList(from, Math.min(folder.size(), from + AT_A_TIME)));
            }
        }
        return batches;
    }

    /** Of a folder each finding names its file as it was found there. */
    private void judge(Studio studio, List<Path> batch, ArrayNode findings) {
        Map<String, String> paths = new LinkedHashMap<>();
        batch.forEach(it -> paths.put(it.getFileName().toString(), it.toString()));
        Documents.withLists(studio.lint(batch).document(), "findings")
                .get("findings")
                .forEach(it -> {
                    ObjectNode finding = it.deepCopy().asObject();
                    String file = finding.path("file").asString("");
                    findings.add(options.many() ? finding.put("file", paths.getOrDefault(file, file)) : finding);
                });
    }

    private static ArrayNode verdicts(List<Path> files, ArrayNode findings) {
        ArrayNode verdicts = JSON.createArrayNode();
        for (Path file : files) {
            ObjectNode verdict =
                    verdicts.addObject().put("file", file.toString()).put("accepted", true);
            for (JsonNode finding : findings) {
                if (isError(finding) && finding.path("file").asString("").equals(file.toString())) {
                    verdict.put("accepted", false);
                    verdict.set("elementId", finding.path("elementId"));
                    verdict.set("message", finding.path("message"));
                    break;
                }
            }
        }
        return verdicts;
    }

    private void print(ObjectNode answer) {
        if (options.many()) {
            answer.get("files")
                    .forEach(it -> System.out.println(
                            (it.path("accepted").asBoolean() ? "accepted  " : "rejected  ") + Documents.line(it)));
        } else {
            answer.get("findings")
                    .forEach(it -> System.out.println(it.path("severity").asString("") + "  " + Documents.line(it)
                            + "  (" + it.path("rule").asString("") + ")"));
        }
        System.out.println(answer.get("errors").asInt() + " errors, "
                + answer.get("warnings").asInt() + " warnings");
    }

    private static boolean isError(JsonNode finding) {
        return finding.path("severity").asString("").equals("error");
    }

    private static int count(JsonNode answer, String severity) {
        int count = 0;
        for (JsonNode finding : answer.get("findings")) {
            count += finding.path("severity").asString("").startsWith(severity) ? 1 : 0;
        }
        return count;
    }
}
