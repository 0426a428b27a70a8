package io.tillflow.launcher.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "lint",
        description = "Checks models against the rules of the studio's editor.",
        mixinStandardHelpOptions = true)
final class LintCommand implements Callable<Integer> {

    @Mixin
    private StudioOptions options = new StudioOptions();

    @Override
    public Integer call() {
        List<Path> files = options.files();
        ObjectNode answer = Documents.withLists(options.studio().lint(files).document(), "findings");
        int errors = count(answer, "error");
        answer.put("errors", errors);
        answer.put("warnings", count(answer, "warn"));
        if (options.json()) {
            Documents.print(System.out, answer);
        } else {
            answer.get("findings")
                    .forEach(finding ->
                            System.out.println(finding.path("severity").asString("") + "  " + Documents.line(finding)
                                    + "  (" + finding.path("rule").asString("") + ")"));
            System.out.println(errors + " errors, " + answer.get("warnings") + " warnings");
        }
        return errors == 0 ? 0 : 1;
    }

    private static int count(JsonNode answer, String severity) {
        int count = 0;
        for (JsonNode finding : answer.get("findings")) {
            count += finding.path("severity").asString("").startsWith(severity) ? 1 : 0;
        }
        return count;
    }
}
