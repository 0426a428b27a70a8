package io.tillflow.studio;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Somebody who opens dialogs by the keyboard, has axe look at them in both schemes, and leaves them by Escape. */
final class DialogLook {
    private static final int STEPS = 40;
    private static final String LOOK = "() => window.pageLook.";

    private final Page page;

    DialogLook(Page page) {
        this.page = page;
    }

    /** Opens a dialog by the button that the selector finds, and says all that is wrong with it. */
    List<String> faults(String name, String button) {
        List<String> faults = new ArrayList<>();
        Locator opener = page.locator(button).first();
        opener.waitFor();
        opener.focus();
        page.evaluate(LOOK + "rememberOpener()");
        int before = open();
        opener.press("Enter");
        page.waitForFunction("before => window.pageLook.dialogsOpen() > before", before);
        quiet();
        inside("when it opens").forEach(faults::add);
        see(name, 1440, 900, ColorScheme.LIGHT, faults);
        see(name, 390, 844, ColorScheme.DARK, faults);
        page.setViewportSize(1440, 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        quiet();
        for (int i = 0; i < STEPS && faults.isEmpty(); i++) {
            page.keyboard().press("Tab");
            inside("after " + (i + 1) + " times Tab").forEach(faults::add);
        }
        page.keyboard().press("Escape");
        page.waitForFunction("before => window.pageLook.dialogsOpen() <= before", before);
        quiet();
        String elsewhere = (String) page.evaluate(LOOK + "focusNotBack()");
        if (!elsewhere.isEmpty()) {
            faults.add("the focus is not back: " + elsewhere);
        }
        return faults;
    }

    private List<String> inside(String when) {
        String outside = (String) page.evaluate(LOOK + "focusOutsideDialog()");
        return outside.isEmpty() ? List.of() : List.of("the focus is outside " + when + ": " + outside);
    }

    private void see(String name, int width, int height, ColorScheme scheme, List<String> faults) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        page.setViewportSize(width, height);
        quiet();
        String look = width + " px, " + scheme.name().toLowerCase(Locale.ROOT);
        // for who wants to see what the test sees
        String folder = System.getProperty("every-page.pictures", "");
        if (!folder.isEmpty()) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(
                            Path.of(folder, "dialog-" + name.replaceAll("[^A-Za-z0-9]+", "-") + "-" + width + ".png")));
        }
        ((List<?>) page.evaluate(LOOK + "faults()")).forEach(it -> faults.add(look + ": " + it));
    }

    private int open() {
        return ((Number) page.evaluate(LOOK + "dialogsOpen()")).intValue();
    }

    private void quiet() {
        page.evaluate(LOOK + "quiet(75)");
    }
}
