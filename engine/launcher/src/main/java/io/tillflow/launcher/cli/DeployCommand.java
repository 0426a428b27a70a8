package io.tillflow.launcher.cli;

import io.tillflow.launcher.remote.Studio;
import java.nio.file.Path;
import java.util.List;
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
        List<Path> files = options.files();
        Studio.Answer answer = options.studio().deploy(files, dryRun);
        JsonNode document = Documents.withLists(answer.document(), "deployed", "problems");
        if (options.json()) {
            Documents.print(System.out, document);
        } else {
            print(document, answer.accepted());
        }
        return answer.accepted() ? 0 : 1;
    }

    private void print(JsonNode document, boolean accepted) {
        document.get("problems").forEach(problem -> System.err.println(Documents.line(problem)));
        if (!accepted) {
            System.err.println("Nothing was deployed.");
        } else if (dryRun) {
            System.out.println("Nothing stands against it; nothing was deployed.");
        }
        document.get("deployed")
                .forEach(
                        one -> System.out.println("deployed " + one.path("file").asString("") + " as "
                                + one.path("id").asString("") + " version "
                                + one.path("version").asString("?")));
    }
}
