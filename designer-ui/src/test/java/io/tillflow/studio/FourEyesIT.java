package io.tillflow.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two people at two windows: what one draws goes live after the other, who came in with a password for once, approved it. */
class FourEyesIT extends ProofsStudio {
    private static final String EDITOR = "document.querySelector('tf-bpmn-editor')";
    private static final String STEP = "send-account-letter";
    private static final String CHOSEN = "a-password-of-her-own";
    private static final ContainsTextOptions PATIENTLY = new ContainsTextOptions().setTimeout(90_000);
    private static final Pattern HANDED_OUT = Pattern.compile("[a-z0-9]{16}");

    @AfterEach
    void asBefore() {
        new Http(port).send("PUT", "/api/v1/settings/four-eyes", "{\"on\": false}", CLI);
        jdbc.sql("truncate studio.model_review, studio.model_comment; delete from studio.app_user where name = 'vera'")
                .update();
    }

    @Test
    void whatOneDrawsGoesLiveAfterTheOtherApprovedIt() {
        try (PageLook ada = window();
                PageLook vera = window()) {
            ada.signIn("admin", "correct-horse");
            ada.open("/settings/rules");
            ada.page()
                    .getByRole(
                            AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName("Somebody else must have approved"))
                    .check();
            comesIn(vera, addsVera(ada));
            drawsAndIsRefused(ada);
            asks(ada);
            commentsAndApproves(vera);
            PlaywrightAssertions.assertThat(ada.page().locator(".review-pane")).containsText("Reads well", PATIENTLY);
            goesLive(ada);
        }
    }

    private PageLook window() {
        return new PageLook("http://127.0.0.1:" + port);
    }

    private static String addsVera(PageLook ada) {
        ada.open("/settings/users");
        Page page = ada.page();
        button(page, "Add person").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("Name").fill("vera");
        dialog.getByText(Pattern.compile("^Analyst:")).first().click();
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Add person"))
                .click();
        Locator secret = page.locator("vaadin-dialog[opened] input").last();
        PlaywrightAssertions.assertThat(secret).hasValue(HANDED_OUT);
        return secret.inputValue();
    }

    /** Nothing else opens until the password is her own. */
    private static void comesIn(PageLook vera, String password) {
        vera.signIn("vera", password);
        vera.open("/models");
        Page page = vera.page();
        PlaywrightAssertions.assertThat(page.locator("main")).containsText("Choose your own to go on", PATIENTLY);
        page.getByLabel("Current password").fill(password);
        page.getByLabel("New password", new Page.GetByLabelOptions().setExact(true))
                .fill(CHOSEN);
        page.getByLabel("New password again").fill(CHOSEN);
        button(page, "Change password").click();
        page.waitForCondition(() -> !page.url().contains("settings"));
        vera.open("/models");
        PlaywrightAssertions.assertThat(page.locator("main")).containsText("Account letter", PATIENTLY);
    }

    private void drawsAndIsRefused(PageLook ada) {
        opened(ada);
        Page page = ada.page();
        page.evaluate(
                "([id, name]) => { const m = " + EDITOR
                        + ".modeler; m.get('modeling').updateProperties(m.get('elementRegistry').get(id), { name }); }",
                new String[] {STEP, "Send it " + System.nanoTime()});
        PlaywrightAssertions.assertThat(page.locator(".steps2")).containsText("kept for you", PATIENTLY);
        int before = versions();
        button(page, "Save version").click();
        page.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Save"))
                .first()
                .click();
        PlaywrightAssertions.assertThat(page.locator(".steps2")).containsText("Version " + (before + 1), PATIENTLY);
        button(page, "Deploy").click();
        PlaywrightAssertions.assertThat(page.locator(".deploy-body"))
                .containsText("Somebody else must approve", PATIENTLY);
        page.locator("vaadin-dialog[opened] vaadin-button")
                .filter(new Locator.FilterOptions().setHasText("Cancel"))
                .click();
    }

    private static void asks(PageLook ada) {
        Page page = ada.page();
        button(page, "Review").click();
        page.getByLabel("What should others look at?").fill("The name of the step");
        button(page, "Ask for a review").click();
        Locator pane = page.locator(".review-pane");
        PlaywrightAssertions.assertThat(pane).containsText("somebody else decides", PATIENTLY);
        assertThat(pane.getByText("Approve").count()).isZero();
    }

    private static void commentsAndApproves(PageLook vera) {
        opened(vera);
        Page page = vera.page();
        button(page, "Review").click();
        Locator pane = page.locator(".review-pane");
        PlaywrightAssertions.assertThat(pane).containsText("The name of the step", PATIENTLY);
        page.locator("[data-element-id='" + STEP + "']").first().click();
        pane.getByLabel(Pattern.compile("^About Send it")).fill("Which letter? <b>this</b>");
        button(page, "Comment").click();
        PlaywrightAssertions.assertThat(pane).containsText("Which letter? <b>this</b>", PATIENTLY);
        page.getByLabel("What do you say?").fill("Reads well");
        button(page, "Approve").click();
        PlaywrightAssertions.assertThat(page.locator(".steps2")).containsText("Approved", PATIENTLY);
    }

    private void goesLive(PageLook ada) {
        Page page = ada.page();
        button(page, "Deploy").click();
        PlaywrightAssertions.assertThat(page.locator(".deploy-body")).containsText("scenarios went", PATIENTLY);
        page.locator("vaadin-dialog vaadin-button[theme~=primary]").last().click();
        PlaywrightAssertions.assertThat(page.locator("vaadin-notification-card").last())
                .containsText("is live", PATIENTLY);
        assertThat(jdbc.sql("select author from studio.model_proof where model_id = 'account-letter'")
                        .query(String.class)
                        .single())
                .isEqualTo("admin");
    }

    private static void opened(PageLook look) {
        look.open("/models/account-letter");
        look.page().waitForFunction("() => " + EDITOR + "?.modeler?.get('elementRegistry').getAll().length > 5");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first();
    }
}
