package io.tillflow.launcher.bench;

import io.tillflow.launcher.Trouble;
import io.tillflow.launcher.bench.lighthouse.BrowserKit;
import io.tillflow.launcher.cli.Copy;
import io.tillflow.launcher.cli.CopyOptions;
import io.tillflow.launcher.cli.Json;
import io.tillflow.launcher.suite.Endpoints;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tillflow bench designer}: how soon a large model is there to be drawn on, and how smoothly it moves. */
@Command(
        name = "designer",
        description = {
            "Makes up a model of 200 elements and a small one, opens both in the running studio in a headless Chromium, in turns,",
            "and pans and zooms the large one with the wheel for 3 s each. Tells medians: milliseconds from the beginning of the",
            "navigation until the whole diagram and the palette are there, beside the small model's; frames a second, beside those",
            "of the same page at rest, of which at least 95 of 100 are to be left. Browser, studio and the rest of the suite share",
            "this machine, and the browser draws without a graphics card: what is slow may be the machine.",
            "Signs in as admin with TILLFLOW_ADMIN_PASSWORD or the generated password; deletes the models afterwards.",
            "Fetches Lighthouse, whose library steers the browser, by npm into target at its first use.",
            "Exit code 0: within the goals."
        },
        mixinStandardHelpOptions = true)
final class BenchDesignerCommand implements Callable<Integer> {
    private static final int LARGE_STAGES = 33;

    @Mixin
    private CopyOptions copy = new CopyOptions();

    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "5",
            description = "Visits that count, after one that does not (default: 5).")
    private int runs;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (runs < 1 || runs > 25) {
            throw new Trouble("Use --runs 1 to 25.");
        }
        Endpoints suite = Copy.of(copy).reach();
        BrowserKit kit = BrowserKit.ready();
        MadeUpModel large = MadeUpModel.of("Bench designer large", LARGE_STAGES);
        MadeUpModel small = MadeUpModel.of("Bench designer small", 1);
        DesignerVisits visits;
        try (StudioReader studio = new StudioReader(suite.studio(), suite.cliToken());
                MeasuredModels models = new MeasuredModels(studio)) {
            models.keep(large);
            models.keep(small);
            visits = DesignerVisits.make(
                    kit, new DesignerVisits.Visitor(suite.studio(), suite.adminPassword()), large, small, runs);
        }
        return tell(visits.lines(large.shapes()), Machine.describe());
    }

    private int tell(List<BenchLine> lines, String machine) {
        boolean ok = lines.stream().allMatch(BenchLine::ok);
        if (json) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("ok", ok);
            document.put("machine", machine);
            document.put("runs", runs);
            document.put("lines", lines.stream().map(BenchLine::document).toList());
            Json.print(System.out, document);
        } else {
            System.out.println(machine);
            lines.forEach(line -> System.out.println(line.text()));
        }
        return ok ? 0 : 1;
    }
}
