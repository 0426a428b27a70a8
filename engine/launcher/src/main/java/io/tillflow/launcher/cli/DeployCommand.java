package io.tillflow.launcher.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

@Command(
        name = "deploy",
        description = "Deploys models together: all of them or, if one has a problem, none.",
        mixinStandardHelpOptions = true)
final class DeployCommand implements Callable<Integer> {

    @Mixin
    private StudioOptions options = new StudioOptions();

    @Option(names = "--dry-run", description = "Only say what would be refused.")
    private boolean dryRun;

    @Override
    public Integer call() {
        JsonNode answer = Documents.withLists(options.studio().deploy(options.files(), dryRun), "deployed", "problems");
        if (options.json()) {
            Documents.print(System.out, answer);
        } else {
            print(answer);
        }
        return answer.get("problems").isEmpty() ? 0 : 1;
    }

    private void print(JsonNode answer) {
        answer.get("problems").forEach(problem -> System.err.println(Documents.line(problem)));
        if (!answer.get("problems").isEmpty()) {
            System.err.println("Nothing was deployed.");
            return;
        }
        answer.get("deployed")
                .forEach(one -> System.out.println((dryRun ? "would deploy " : "deployed ")
                        + one.path("file").asString("") + " as "
                        + one.path("id").asString("") + " version "
                        + one.path("version").asString("?")));
        if (dryRun && answer.get("deployed").isEmpty()) {
            System.out.println("No problem found; nothing was deployed.");
        }
    }
}
