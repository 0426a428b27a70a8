package io.tillflow.launcher.bench.lighthouse;

import io.tillflow.launcher.Trouble;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What a measurement in a browser needs: Node.js and Chromium of this machine, and Lighthouse of one version with the library that
 * it steers a browser with, put below target at its first use.
 *
 * @param folder where npm put them
 */
public record BrowserKit(Path folder, Path node, Path browser) {
    static final String VERSION = "12.8.2";

    private static final List<String> FLAGS = List.of(
            "--headless=new",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    private static final List<String> BROWSERS =
            List.of("chromium", "chromium-browser", "google-chrome-stable", "google-chrome");
    private static final Duration FETCHING = Duration.ofMinutes(5);

    /** Fetches Lighthouse by npm unless it is there. */
    public static BrowserKit ready() throws IOException, InterruptedException {
        Path node = OnPath.find("node")
                .orElseThrow(() -> new Trouble(
                        "Measuring in a browser needs Node.js 20 or newer, which is not here: install it."));
        Path browser = OnPath.configured("TILLFLOW_CHROMIUM", BROWSERS)
                .orElseThrow(
                        () -> new Trouble(
                                "Measuring in a browser needs Chromium, which is not here: install it or set TILLFLOW_CHROMIUM to its program."));
        Path folder = Path.of(System.getProperty("tillflow.home", "."))
                .toAbsolutePath()
                .normalize()
                .resolve("target/lighthouse-" + VERSION);
        if (!Files.exists(folder.resolve("ready"))) {
            install(folder);
        }
        return new BrowserKit(folder, node, browser);
    }

    private static void install(Path folder) throws IOException, InterruptedException {
        Path npm = OnPath.find("npm")
                .orElseThrow(() -> new Trouble("Lighthouse is fetched by npm, which is not here: install it."));
        System.err.println("fetching Lighthouse " + VERSION + " into " + folder);
        Files.createDirectories(folder);
        for (String name : List.of("package.json", "package-lock.json")) {
            try (InputStream known = Objects.requireNonNull(BrowserKit.class.getResourceAsStream(name))) {
                Files.write(folder.resolve(name), known.readAllBytes());
            }
        }
        Process fetching = new ProcessBuilder(npm.toString(), "ci", "--ignore-scripts", "--no-audit", "--no-fund")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.to(folder.resolve("npm.log").toFile()))
                .start();
        if (ended(fetching, FETCHING) != 0) {
            throw new Trouble("npm could not fetch Lighthouse: see " + folder.resolve("npm.log") + ".");
        }
        Files.createFile(folder.resolve("ready"));
    }

    /** What the browser is started with; its sandbox does not work for root. */
    public List<String> flags() {
        return System.getProperty("user.name", "").equals("root")
                ? Stream.concat(FLAGS.stream(), Stream.of("--no-sandbox")).toList()
                : FLAGS;
    }

    /** The program's exit code; -1 when it took too long. It ends with the launcher. */
    public static int ended(Process program, Duration patience) throws InterruptedException {
        Thread ending = new Thread(program::destroy);
        Runtime.getRuntime().addShutdownHook(ending);
        try {
            if (!program.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                program.destroy();
                return -1;
            }
            return program.exitValue();
        } finally {
            Runtime.getRuntime().removeShutdownHook(ending);
        }
    }
}
