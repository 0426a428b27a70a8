package io.tillflow.testkit;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A Chromium of this machine, driven as a person would; who uses it needs Playwright on the class path. */
public final class Browsing implements AutoCloseable {
    private static final double PATIENCE_MS = 90_000;
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome-stable", "google-chrome");

    private final Playwright playwright;
    private final Browser browser;

    public Browsing() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium())
                        .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage", "--force-prefers-reduced-motion"))
                        .setTimeout(PATIENCE_MS));
    }

    /** A window of somebody who was never here before. */
    public Page window(int width, int height) {
        return window(width, height, ColorScheme.LIGHT);
    }

    public Page window(int width, int height, ColorScheme scheme) {
        return window(new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setLocale("en-GB")
                .setColorScheme(scheme));
    }

    /** A window of somebody who reads German, with or without scripts. */
    public Page germanWindow(int width, int height, boolean scripts) {
        return window(new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setLocale("de-DE")
                .setJavaScriptEnabled(scripts));
    }

    private Page window(Browser.NewContextOptions options) {
        BrowserContext context = browser.newContext(options);
        context.setDefaultTimeout(PATIENCE_MS);
        context.setDefaultNavigationTimeout(PATIENCE_MS);
        return context.newPage();
    }

    private static Path chromium() {
        return Optional.ofNullable(System.getenv("TILLFLOW_CHROMIUM"))
                .map(Path::of)
                .filter(Files::isExecutable)
                .or(Browsing::onThePath)
                .orElseThrow(() -> new IllegalStateException(
                        "The browser tests need Chromium: apt-get install chromium, or set TILLFLOW_CHROMIUM."));
    }

    private static Optional<Path> onThePath() {
        List<String> folders = List.of(System.getenv("PATH").split(":"));
        return NAMES.stream()
                .flatMap(name -> folders.stream().map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
