package io.tillflow.launcher.bench.lighthouse;

import io.tillflow.launcher.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lighthouse as a program of its own. */
final class Lighthouse {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int MOST_TRIES = 3;

    private final BrowserKit kit;

    Lighthouse(BrowserKit kit) {
        this.kit = kit;
    }

    /**
     * Opens the page as a mid-range phone on a slow line would, and answers the report, which is kept. On a busy machine the
     * browser sometimes does not record a visit; then it is made again.
     */
    JsonNode visit(Page page, int run) throws IOException, InterruptedException {
        for (int tries = 1; tries < MOST_TRIES; tries++) {
            try {
                return visited(page, run);
            } catch (Trouble notRecorded) {
                System.err.println(notRecorded.sentence() + " Once more.");
            }
        }
        return visited(page, run);
    }

    private JsonNode visited(Page page, int run) throws IOException, InterruptedException {
        Path report = Files.createDirectories(reports()).resolve(page.name() + "-" + run + ".json");
        Files.deleteIfExists(report);
        ProcessBuilder program = new ProcessBuilder(words(page, report))
                .directory(kit.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(
                        kit.folder().resolve("lighthouse.log").toFile()));
        program.environment().put("CHROME_PATH", kit.browser().toString());
        if (BrowserKit.ended(program.start(), PATIENCE) != 0 || !Files.exists(report)) {
            throw new Trouble("Lighthouse did not measure " + page.address() + ": see "
                    + kit.folder().resolve("lighthouse.log") + ".");
        }
        JsonNode read = JsonMapper.shared().readTree(Files.readString(report));
        String failed = read.path("runtimeError").path("message").asString("");
        if (!failed.isEmpty()) {
            throw new Trouble("Lighthouse did not measure " + page.address() + ": " + failed);
        }
        return read;
    }

    Path reports() {
        return kit.folder().resolve("reports");
    }

    private List<String> words(Page page, Path report) {
        List<String> words = new ArrayList<>(List.of(
                kit.node().toString(),
                kit.folder().resolve("node_modules/lighthouse/cli/index.js").toString(),
                page.address().toString(),
                "--output=json",
                "--output-path=" + report,
                "--quiet",
                "--no-enable-error-reporting",
                "--disable-full-page-screenshot",
                "--chrome-flags=" + String.join(" ", kit.flags())));
        if (!page.headers().isEmpty()) {
            words.add("--extra-headers=" + JsonMapper.shared().writeValueAsString(page.headers()));
        }
        page.leftOut().forEach(audit -> words.add("--skip-audits=" + audit));
        return words;
    }
}
