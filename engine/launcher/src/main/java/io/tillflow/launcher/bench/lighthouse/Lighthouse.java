package io.tillflow.launcher.bench.lighthouse;

import io.tillflow.launcher.Trouble;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lighthouse as a program of its own, of one version, put below target at its first use. */
final class Lighthouse {
    static final String VERSION = "12.8.2";

    private static final String FLAGS = "--headless=new --disable-gpu --disable-quic --no-first-run"
            + " --disable-background-networking --disable-component-update --disable-sync";
    private static final List<String> BROWSERS =
            List.of("chromium", "chromium-browser", "google-chrome-stable", "google-chrome");
    private static final long MOST_MINUTES = 5;
    private static final int MOST_TRIES = 3;

    private final Path folder;
    private final Path node;
    private final Path browser;

    private Lighthouse(Path folder, Path node, Path browser) {
        this.folder = folder;
        this.node = node;
        this.browser = browser;
    }

    /** Fetches it by npm unless it is there. */
    static Lighthouse in(Path target) throws IOException, InterruptedException {
        Path node = OnPath.find("node")
                .orElseThrow(() -> new Trouble("Lighthouse needs Node.js 20 or newer, which is not here: install it."));
        Path browser = OnPath.configured("TILLFLOW_CHROMIUM", BROWSERS)
                .orElseThrow(
                        () -> new Trouble(
                                "Lighthouse needs Chromium, which is not here: install it or set TILLFLOW_CHROMIUM to its program."));
        Path folder = target.resolve("lighthouse-" + VERSION);
        if (!Files.exists(folder.resolve("ready"))) {
            install(folder);
        }
        return new Lighthouse(folder, node, browser);
    }

    private static void install(Path folder) throws IOException, InterruptedException {
        Path npm = OnPath.find("npm")
                .orElseThrow(() -> new Trouble("Lighthouse is fetched by npm, which is not here: install it."));
        System.err.println("fetching Lighthouse " + VERSION + " into " + folder);
        Files.createDirectories(folder);
        for (String name : List.of("package.json", "package-lock.json")) {
            try (InputStream known = Objects.requireNonNull(Lighthouse.class.getResourceAsStream(name))) {
                Files.write(folder.resolve(name), known.readAllBytes());
            }
        }
        Process fetching = new ProcessBuilder(npm.toString(), "ci", "--ignore-scripts", "--no-audit", "--no-fund")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.to(folder.resolve("npm.log").toFile()))
                .start();
        if (ended(fetching) != 0) {
            throw new Trouble("npm could not fetch Lighthouse: see " + folder.resolve("npm.log") + ".");
        }
        Files.createFile(folder.resolve("ready"));
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
        Path report = Files.createDirectories(folder.resolve("reports")).resolve(page.name() + "-" + run + ".json");
        Files.deleteIfExists(report);
        ProcessBuilder program = new ProcessBuilder(words(page, report))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(
                        folder.resolve("lighthouse.log").toFile()));
        program.environment().put("CHROME_PATH", browser.toString());
        if (ended(program.start()) != 0 || !Files.exists(report)) {
            throw new Trouble(
                    "Lighthouse did not measure " + page.address() + ": see " + folder.resolve("lighthouse.log") + ".");
        }
        JsonNode read = JsonMapper.shared().readTree(Files.readString(report));
        String failed = read.path("runtimeError").path("message").asString("");
        if (!failed.isEmpty()) {
            throw new Trouble("Lighthouse did not measure " + page.address() + ": " + failed);
        }
        return read;
    }

    Path reports() {
        return folder.resolve("reports");
    }

    private List<String> words(Page page, Path report) {
        String flags = System.getProperty("user.name", "").equals("root") ? FLAGS + " --no-sandbox" : FLAGS;
        List<String> words = new ArrayList<>(List.of(
                node.toString(),
                folder.resolve("node_modules/lighthouse/cli/index.js").toString(),
                page.address().toString(),
                "--output=json",
                "--output-path=" + report,
                "--quiet",
                "--no-enable-error-reporting",
                "--disable-full-page-screenshot",
                "--chrome-flags=" + flags));
        if (!page.headers().isEmpty()) {
            words.add("--extra-headers=" + JsonMapper.shared().writeValueAsString(page.headers()));
        }
        page.leftOut().forEach(audit -> words.add("--skip-audits=" + audit));
        return words;
    }

    private static int ended(Process program) throws InterruptedException {
        Thread ending = new Thread(program::destroy);
        Runtime.getRuntime().addShutdownHook(ending);
        try {
            if (!program.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
                program.destroy();
                return -1;
            }
            return program.exitValue();
        } finally {
            Runtime.getRuntime().removeShutdownHook(ending);
        }
    }
}
