package io.tillflow.studio;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Nobody loses what they typed and did not keep, neither by closing the window nor by opening another page. */
class UnkeptIT extends HistoryStudio {
    private static final String QUESTION = "Whoever leaves now loses it.";

    @LocalServerPort
    private int port;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private PageLook look;
    private Page page;

    @BeforeEach
    void signIn() {
        look = new PageLook("http://127.0.0.1:" + port);
        page = look.page();
        look.signIn("admin", "correct-horse");
    }

    @AfterEach
    void leave() {
        look.close();
    }

    /** In an editor of words, a form of settings, a dialog, and what is said of a drawing. */
    @ParameterizedTest
    @CsvSource({
        "/shop/pages/imprint/en, '', vaadin-text-area textarea",
        "/shop/settings, '', vaadin-text-field input",
        "/alerts, New rule, vaadin-dialog vaadin-text-field input",
        "/models/order-risk, Review, .review-pane vaadin-text-area textarea"
    })
    void theWindowDoesNotCloseOverIt(String path, String opener, String field) {
        Locator text = typeInto(path, opener, field);
        page.onDialog(this::stay);
        close();
        page.waitForCondition(() -> asked.size() == 1);
        assertThat(asked).containsExactly("beforeunload");
        assertThat(text).hasValue("Typed");

        text.fill("");
        text.blur();
        page.evaluate("window.tillflowUnkept.forget()");
        page.waitForClose(this::close);
        assertThat(asked).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "/shop/settings, '', vaadin-text-field input",
        "/models/order-risk, Review, .review-pane vaadin-text-area textarea"
    })
    void noOtherPageOpensOverItUnasked(String path, String opener, String field) {
        look.open("/instances");
        page.locator("a[href='models']").first().click();
        assertThat(page).hasURL(Pattern.compile(".*/models"));
        Locator text = typeInto(path, opener, field);
        page.evaluate("document.querySelector('a[href=instances]').click()");
        assertThat(page.getByText(QUESTION)).isVisible();
        assertThat(look.axe()).isEmpty();
        look.picture("unkept");
        button("Cancel").last().click();
        assertThat(page.getByText(QUESTION)).isHidden();
        assertThat(page).hasURL(Pattern.compile(".*" + path));
        assertThat(text).hasValue("Typed");

        page.evaluate("document.querySelector('a[href=instances]').click()");
        button("Leave and discard").click();
        assertThat(page).hasURL(Pattern.compile(".*/instances"));
        page.locator("a[href='models']").first().click();
        assertThat(page).hasURL(Pattern.compile(".*/models"));
        assertThat(page.getByText(QUESTION)).isHidden();
    }

    /** Everything else is out of reach while it is open. */
    @Test
    void goingBackDoesNotCloseADialogThatIsTypedInUnasked() {
        look.open("/instances");
        page.locator("a[href='alerts']").first().click();
        button("New rule").first().click();
        Locator text = page.locator("vaadin-dialog vaadin-text-field input").first();
        text.fill("Typed");
        page.evaluate("history.back()");
        assertThat(page.getByText(QUESTION)).isVisible();
        button("Cancel").last().click();
        assertThat(page.getByText(QUESTION)).isHidden();
        assertThat(text).hasValue("Typed");
        assertThat(page).hasURL(Pattern.compile(".*/alerts"));
    }

    @Test
    void whatIsKeptOrTakenBackIsLeftWithoutAQuestion() {
        Locator text =
                typeInto("/models/order-risk", "Review", ".review-pane .sec:last-child vaadin-text-area textarea");
        button("Comment").click();
        assertThat(page.locator(".review-pane .comments")).containsText("Typed");
        assertThat(text).hasValue("");
        text.fill("Typed again");
        text.fill("");
        page.onDialog(this::stay);
        page.locator("a[href='instances']").first().click();
        assertThat(page).hasURL(Pattern.compile(".*/instances"));
        page.waitForClose(this::close);
        assertThat(asked).isEmpty();
    }

    private Locator typeInto(String path, String opener, String field) {
        look.open(path);
        if (!opener.isEmpty()) {
            button(opener).first().click();
        }
        Locator text = page.locator(field).first();
        text.fill("Typed");
        return text;
    }

    private void stay(Dialog dialog) {
        asked.add(dialog.type());
        dialog.dismiss();
    }

    private void close() {
        page.close(new Page.CloseOptions().setRunBeforeUnload(true));
    }

    private Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
