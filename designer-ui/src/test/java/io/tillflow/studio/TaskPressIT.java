package io.tillflow.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import io.tillflow.testkit.Browsing;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An open task is shown anew while somebody presses one of its buttons. */
class TaskPressIT extends HistoryStudio {

    @LocalServerPort
    private int port;

    @Test
    void aPressArrivesThoughTheTaskIsShownAnewInTheMiddleOfIt() {
        try (Browsing browsing = new Browsing()) {
            Page page = browsing.window(1440, 900);
            String studio = "http://127.0.0.1:" + port;
            page.navigate(studio + "/login");
            page.locator("input[name=username]").fill("admin");
            page.locator("input[name=password]").fill("correct-horse");
            page.locator("vaadin-button[slot=submit]").first().click();
            page.waitForURL(url -> !url.contains("/login"));
            page.navigate(studio + "/tasks/120");
            press(page, "Claim", "she called about it");
            button(page, "Give back").waitFor();
            assertThat(get("/api/v1/tasks/120").path("claimedBy").asString()).isEqualTo("admin");
            press(page, "Give back", "and called again");
            button(page, "Claim").waitFor();
            assertThat(get("/api/v1/tasks/120").path("claimedBy").isNull()).isTrue();
        }
    }

    private void press(Page page, String name, String meanwhile) {
        button(page, name).waitFor();
        BoundingBox box = button(page, name).boundingBox();
        page.mouse().move(box.x + box.width / 2, box.y + box.height / 2);
        page.mouse().down();
        assertThat(post("/api/v1/tasks/120/comments", "{\"text\":\"" + meanwhile + "\"}")
                        .statusCode())
                .isEqualTo(201);
        page.getByText(meanwhile).first().waitFor();
        page.mouse().up();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
