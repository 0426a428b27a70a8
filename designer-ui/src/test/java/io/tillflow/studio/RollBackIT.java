package io.tillflow.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** An older version goes live again: one click asks, one does it. */
class RollBackIT extends ProofsStudio {
    private static final ContainsTextOptions PATIENTLY = new ContainsTextOptions().setTimeout(90_000);

    @Test
    void theOlderVersionIsTheNewestAndLiveAndSaysWhoWentBack() {
        deploy("", LETTER, letter(), 200);
        deploy("?anyway=true", LETTER, broken(), 200);
        int good = versions() - 1;
        try (PageLook look = new PageLook("http://127.0.0.1:" + port)) {
            goBack(look);
            told(look, "is live again");
            int back = good + 2;
            assertThat(versions()).isEqualTo(back);
            jdbc.sql("""
                            insert into history.process_definition (key, bpmn_process_id, version, resource_name, resource, deployed_at)
                            select 78, 'account-letter', 3, :file, source, now()
                            from studio.model_version where model_id = 'account-letter' order by version desc limit 1""").param("file", LETTER).update();
            look.open("/models/account-letter");
            Locator bar = look.page().locator(".ver");
            PlaywrightAssertions.assertThat(bar).containsText("Live v" + back, PATIENTLY);
            PlaywrightAssertions.assertThat(bar).containsText("by admin");
            look.picture("back");
            button(look.page(), "Versions").click();
            PlaywrightAssertions.assertThat(look.page().locator(".version-row").first())
                    .containsText("Rolled back to version " + good, PATIENTLY);
        } finally {
            jdbc.sql("delete from history.process_definition where key = 78").update();
        }
    }

    @Test
    void whatIsRefusedLeavesNoVersionBehind() {
        deploy("", LETTER, letter(), 200);
        deploy("?anyway=true", LETTER, broken(), 200);
        int before = versions();
        String eyes = "/api/v1/settings/four-eyes";
        new Http(port).send("PUT", eyes, "{\"on\": true}", CLI);
        try (PageLook look = new PageLook("http://127.0.0.1:" + port)) {
            goBack(look);
            told(look, "Somebody else must approve");
            assertThat(versions()).isEqualTo(before);
        } finally {
            new Http(port).send("PUT", eyes, "{\"on\": false}", CLI);
        }
    }

    /** The engine's version is made anew when a file comes back after another; who did it is who did it last. */
    @Test
    void whoMadeAVersionLiveAgainIsWhoDidItLast() {
        deploy("", LETTER, letter(), 200);
        jdbc.sql(
                        "update studio.model_proof set author = 'ana', deployed_at = '2026-03-02T12:00:00Z', engine_key = engine_key - 1 where model_id = 'account-letter'")
                .update();
        deploy("", LETTER, letter(), 200);
        assertThat(author()).isEqualTo("system (token command line)");
        jdbc.sql("update studio.model_proof set author = 'ana' where model_id = 'account-letter'")
                .update();
        deploy("", LETTER, letter(), 200);
        assertThat(author()).isEqualTo("ana");
    }

    private String author() {
        return jdbc.sql("select author from studio.model_proof where model_id = 'account-letter'")
                .query(String.class)
                .single();
    }

    private static void goBack(PageLook look) {
        look.signIn("admin", "correct-horse");
        look.open("/models/account-letter");
        Page page = look.page();
        button(page, "Versions").click();
        page.locator(".version-row").nth(1).getByText("Roll back").click();
        page.locator("vaadin-dialog[opened] vaadin-button[theme~=primary]")
                .last()
                .click();
    }

    private static void told(PageLook look, String words) {
        PlaywrightAssertions.assertThat(
                        look.page().locator("vaadin-notification-card").last())
                .containsText(words, PATIENTLY);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
