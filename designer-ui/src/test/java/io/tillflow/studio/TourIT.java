package io.tillflow.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.tillflow.testkit.Browsing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The first-run tour: by keyboard through at most five steps, once, and again when asked for. */
class TourIT extends HistoryStudio {
    private static final int MOST_STEPS = 5;

    @LocalServerPort
    private int port;

    @BeforeEach
    void nobodyHasSeenIt() {
        jdbc.sql("""
                        insert into studio.app_user (name, password_hash, roles, created_at)
                        select 'nora', password_hash, array['ANALYST'], now() from studio.app_user where name = 'admin'
                        union all
                        select 'vito', password_hash, array['VIEWER'], now() from studio.app_user where name = 'admin'
                        on conflict do nothing""").update();
        jdbc.sql("delete from studio.tour_seen").update();
    }

    @Test
    void showsAnAnalystAroundOnceAndAgainWhenAsked() {
        try (Browsing browsing = new Browsing()) {
            Page page = browsing.window(1440, 900);
            signIn(page, "nora");
            Locator tour = page.locator(".tour");
            tour.waitFor();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Next"))
                    .focus();
            int steps = 1;
            while (!tour.locator(".pri").innerText().equals("Done")) {
                assertThat(steps).isLessThan(MOST_STEPS);
                page.keyboard().press("Enter");
                steps++;
                tour.getByText(steps + " of").waitFor();
                assertThat(page.evaluate("() => document.activeElement.closest('.tour') !== null"))
                        .isEqualTo(true);
                tour.locator(".pri").focus();
            }
            assertThat(page.url()).endsWith("/instances");
            page.keyboard().press("Enter");
            tour.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
            page.reload();
            page.locator("main > *").first().waitFor();
            assertThat(tour.isVisible()).isFalse();

            page.locator(".me").click();
            page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Show me around"))
                    .click();
            tour.getByText("1 of").waitFor();
            page.keyboard().press("Escape");
            tour.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));

            Page looking = browsing.window(1440, 900);
            signIn(looking, "vito");
            looking.locator("main > *").first().waitFor();
            assertThat(looking.locator(".tour").isVisible()).isFalse();
        }
    }

    private void signIn(Page page, String name) {
        page.navigate("http://127.0.0.1:" + port + "/login");
        page.locator("input[name=username]").fill(name);
        page.locator("input[name=password]").fill("correct-horse");
        page.locator("vaadin-button[slot=submit]").first().click();
        page.waitForURL(url -> !url.contains("/login"));
    }
}
