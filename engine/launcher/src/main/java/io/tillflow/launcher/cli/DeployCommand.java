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
        description = {
            "Deploys models together: all of them or, if one has a problem, none.",
            "Their scenarios and cases are played first; a red one keeps them from going live."
        },
        mixinStandardHelpOptions = true)
final class DeployCommand implements Callable<Integer> {
    /** Whether there are any only the studio knows. */
    private static final String WAITS = "checking, and playing what scenarios and cases there are";

    @Mixin
    private StudioOptions options = new StudioOptions();

    @Option(names = "--dry-run", description = "Only say what would be refused.")
    private boolean dryRun;

    @Option(names = "--anyway", description = "Deploy although scenarios are red; that is kept with the version.")
    private boolean anyway;

    @Override
    public Integer call() {
        List<Path> files = options.files();
        Studio studio = options.studio();
        Studio.Answer answer = Patience.tell(WAITS, System.err, () -> studio.deploy(files, dryRun, anyway));
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
        JsonNode scenarios = document.path("scenarios");
        scenarios.path("notPlayable").forEach(it -> System.err.println("not playable here  " + it.asString("")));
        if (accepted
                && scenarios.isObject()
                && scenarios.path("played").asInt() == 0
                && scenarios.path("notPlayable").isEmpty()) {
            System.err.println("there were no scenarios or cases to play");
        }
        if (scenarios.path("played").asInt() > 0) {
            System.err.println(scenarios.path("played").asInt() + " scenarios and cases, "
                    + scenarios.path("red").asInt() + " red");
        }
        if (!accepted) {
            System.err.println(
                    "Nothing was deployed. " + document.path("detail").asString(""));
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
