package io.tillflow.studio;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.tillflow.testkit.Browsing;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Somebody who opens pages, has axe look at them and walks through them by the Tab key. */
final class PageLook implements AutoCloseable {
    private static final int STRIDE = 20;
    private static final int MOST_STEPS = 3_000;
    private static final String HERE = "() => window.pageLook.";

    private final Browsing browsing = new Browsing();
    private final Page page = browsing.window(1440, 900);
    private final String studio;

    /** How a page is looked at: once at each width and in each scheme, walked where there is a keyboard. */
    record Look(int width, int height, ColorScheme scheme, boolean walked) {
        static final List<Look> ALL =
                List.of(new Look(1440, 900, ColorScheme.LIGHT, true), new Look(390, 844, ColorScheme.DARK, false));

        @Override
        public String toString() {
            return width + " px, " + scheme.name().toLowerCase(Locale.ROOT);
        }
    }

    PageLook(String studio) {
        this.studio = studio;
        page.addInitScript(resource("/axe.min.js"));
        page.addInitScript(resource("/page-look.js"));
    }

    void signIn(String name, String password) {
        page.navigate(studio + "/login");
        page.locator("input[name=username]").fill(name);
        page.locator("input[name=password]").fill(password);
        page.locator("vaadin-button[slot=submit]").first().click();
        page.waitForURL(url -> !url.contains("/login"));
    }

    Page page() {
        return page;
    }

    /** Opens an address and waits until it has come to rest. */
    void open(String path) {
        page.setViewportSize(1440, 900);
        page.navigate(studio + path);
        page.locator("main > *, .login").first().waitFor();
        page.evaluate(HERE + "quiet()");
    }

    /** What axe finds in the page as it is now. */
    List<String> axe() {
        page.evaluate(HERE + "quiet(75)");
        return texts(page.evaluate(HERE + "faults()"));
    }

    /** All that is wrong with the open page, with how it was looked at. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        for (Look look : Look.ALL) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(look.scheme()));
            page.setViewportSize(look.width(), look.height());
            page.evaluate(HERE + "quiet(75)");
            picture(look);
            texts(page.evaluate(HERE + "faults()")).forEach(it -> faults.add(look + ": " + it));
            if (look.walked()) {
                walk().forEach(it -> faults.add(look + ": " + it));
            }
        }
        return faults;
    }

    /** All that is wrong with the dialog behind a button of the open page. */
    List<String> dialog(String name, List<String> before, String opener) {
        before.forEach(it -> page.locator(it).first().click());
        return new DialogLook(page).faults(name, opener);
    }

    /** For who wants to see what the test sees: -Devery-page.pictures=folder. */
    private void picture(Look look) {
        picture(look.width() + "-" + look.scheme());
    }

    void picture(String of) {
        String folder = System.getProperty("every-page.pictures", "");
        if (!folder.isEmpty()) {
            String name = page.url().substring(studio.length()).replaceAll("[^a-z0-9-]+", "_") + "-" + of + ".png";
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(folder, name)));
        }
    }

    private List<String> walk() {
        page.evaluate(HERE + "walkBegins()");
        String state = "on";
        for (int steps = 0; state.equals("on") && steps < MOST_STEPS; steps += STRIDE) {
            for (int i = 0; i < STRIDE; i++) {
                page.keyboard().press("Tab");
            }
            state = (String) page.evaluate(HERE + "walkIs()");
        }
        List<String> faults = new ArrayList<>(texts(page.evaluate(HERE + "walkEnds()")));
        if (!state.equals("out")) {
            faults.add("Tab never leaves the content: " + state);
        }
        return faults;
    }

    private static List<String> texts(Object list) {
        return ((List<?>) list).stream().map(String::valueOf).toList();
    }

    private static String resource(String name) {
        try (InputStream file = Objects.requireNonNull(PageLook.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        browsing.close();
    }
}
