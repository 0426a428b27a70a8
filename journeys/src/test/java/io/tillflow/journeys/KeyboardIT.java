package io.tillflow.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Somebody draws with the keyboard alone, and hears what became of it. */
class KeyboardIT {
    private final RunningSuite suite = RunningSuite.get();

    @Test
    void aStepIsAddedNamedConnectedSetUpAndRemovedFromTheOutline() {
        String name = "Returns " + Long.toString(System.nanoTime(), Character.MAX_RADIX);
        String id = Asking.post(
                        suite.studio() + "/api/v1/templates/return-request/models",
                        suite.secret("cli-token"),
                        "{\"name\": \"" + name + "\"}")
                .json()
                .path("id")
                .asString();
        try (Browsing browsing = new Browsing()) {
            Page page = browsing.window(1440, 900);
            StudioWindow studio = new StudioWindow(page, suite.studio());
            studio.signIn(suite.secret("admin-password"));
            studio.openModel(id);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Outline"))
                    .focus();
            page.keyboard().press("Enter");
            walkTo(page, "Create return label");

            page.keyboard().press("a");
            page.keyboard().type("send e-mail");
            page.keyboard().press("Enter");
            hears(page, "Send e-mail added after Create return label.");
            page.keyboard().press("r");
            page.keyboard().type("Thank the shopper");
            page.keyboard().press("Enter");
            hears(page, "Send e-mail is now called Thank the shopper.");
            page.keyboard().press("p");
            Wait.until("the keyboard to be in the fields", () -> focusIn(page, ".properties .fields"));
            page.keyboard().press("F6");
            Wait.until("the keyboard to be in the outline", () -> focusIn(page, "[role=tree]"));
            page.keyboard().press("c");
            page.keyboard().type("show return accepted");
            page.keyboard().press("Escape");
            page.keyboard().press("Delete");
            hears(page, "Thank the shopper removed. Ctrl and Z brings it back.");
            page.keyboard().press("Control+z");
            hears(page, "Undone.");
            assertThat(page.locator("[role=treeitem][aria-label^='Thank the shopper']")
                            .count())
                    .isEqualTo(1);
        }
    }

    /** Goes down the tree until the keyboard is at the element. */
    private static void walkTo(Page page, String element) {
        for (int i = 0; i < 200 && !current(page).startsWith(element + ","); i++) {
            page.keyboard().press("ArrowDown");
        }
        assertThat(current(page)).startsWith(element);
    }

    private static String current(Page page) {
        return String.valueOf(page.evaluate("() => document.activeElement?.getAttribute('aria-label')"));
    }

    private static Optional<Boolean> focusIn(Page page, String place) {
        Object found = page.evaluate("place => !!document.activeElement?.closest(place)", place);
        return Optional.of(Boolean.TRUE.equals(found)).filter(it -> it);
    }

    private static void hears(Page page, String words) {
        Wait.until(
                "to hear: " + words,
                () -> Optional.ofNullable(page.locator(".heard").textContent())
                        .map(it -> it.replace('\u00a0', ' ').strip())
                        .filter(words::equals));
    }
}
