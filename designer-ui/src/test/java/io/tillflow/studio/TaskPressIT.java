package io.tillflow.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.tillflow.testkit.Browsing;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An open task is shown anew while somebody presses one of its buttons. */
class TaskPressIT extends HistoryStudio {

    @LocalServerPort
    private int port;

    @Test
    void aPressArrivesThoughTheTaskIsShownAnewInTheMiddleOfIt() {
        try (Browsing browsing = new Browsing()) {
            Page page = open(browsing);
            press(page, "Claim", "she called about it");
            button(page, "Give back").waitFor();
            assertThat(get("/api/v1/tasks/120").path("claimedBy").asString()).isEqualTo("admin");
            press(page, "Give back", "and called again");
            button(page, "Claim").waitFor();
            assertThat(get("/api/v1/tasks/120").path("claimedBy").isNull()).isTrue();
        }
    }

    /** Outside of the field it completes the task. */
    @Test
    void whoPressesCtrlEnterInACommentSaysItAndCompletesNothing() {
        try (Browsing browsing = new Browsing()) {
            Page page = open(browsing);
            Locator field = page.locator("input[placeholder='Write a comment']");
            field.fill("see https://claims.example/photos/7");
            field.press("Control+Enter");
            page.locator(".said a[href='https://claims.example/photos/7']").waitFor();
            assertThat(field.inputValue()).isEmpty();
            assertThat(get("/api/v1/tasks/120").path("claimedBy").isNull())
                    .as("nobody took it to complete it")
                    .isTrue();
        }
    }

    @Test
    void whoCameByKeysCompletesByKeysThoughNothingHasTheFocus() {
        try (Browsing browsing = new Browsing()) {
            Page page = open(browsing);
            button(page, "Complete task").waitFor();
            page.keyboard().press("Control+Enter");
            page.locator("vaadin-notification-card:has-text('does not answer')").waitFor();
        }
    }

    @Test
    void aDateThatCannotBeReadIsNotTakenForNone() {
        try (Browsing browsing = new Browsing()) {
            Page page = open(browsing);
            button(page, "Complete task").waitFor();
            page.keyboard().press("p");
            Locator due = page.locator("vaadin-dialog vaadin-date-time-picker").first();
            due.locator("input").first().fill("99/99/2026");
            due.locator("input").first().press("Tab");
            page.locator("vaadin-dialog vaadin-button[theme~=primary]").click();
            page.locator("vaadin-dialog vaadin-date-time-picker[invalid]")
                    .first()
                    .waitFor();
            due.locator("input").first().fill("11/30/2026");
            due.locator("input").first().press("Tab");
            due.locator("input").nth(1).fill("10:00 AM");
            due.locator("input").nth(1).press("Tab");
            page.locator("vaadin-dialog vaadin-button[theme~=primary]").click();
            page.locator("vaadin-dialog[opened]")
                    .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
            await().atMost(Duration.ofSeconds(30))
                    .until(() ->
                            get("/api/v1/tasks/120").path("due").asString("").startsWith("2026-11-30"));
        }
    }

    @Test
    void aTaskIsHandedOverByTypingAName() {
        jdbc.sql(
                        "insert into studio.app_user (name, password_hash, roles, created_at) values ('ines', '-', '{OPERATOR}', now()) on conflict do nothing")
                .update();
        try (Browsing browsing = new Browsing()) {
            Page page = open(browsing);
            button(page, "Claim").click();
            button(page, "Give back").waitFor();
            button(page, "Assign").click();
            page.locator("vaadin-dialog vaadin-combo-box input").waitFor();
            page.keyboard().type("ines");
            page.keyboard().press("Enter");
            page.locator("vaadin-dialog vaadin-button[theme~=primary]").click();
            page.locator(".frm .note:has-text('ines')").waitFor();
            assertThat(get("/api/v1/tasks/120").path("claimedBy").asString()).isEqualTo("ines");
        }
    }

    private Page open(Browsing browsing) {
        Page page = browsing.window(1440, 900);
        String studio = "http://127.0.0.1:" + port;
        page.navigate(studio + "/login");
        page.locator("input[name=username]").fill("admin");
        page.locator("input[name=password]").fill("correct-horse");
        page.locator("vaadin-button[slot=submit]").first().click();
        page.waitForURL(url -> !url.contains("/login"));
        page.navigate(studio + "/tasks/120");
        return page;
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
