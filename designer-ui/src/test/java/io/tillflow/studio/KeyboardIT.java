package io.tillflow.studio;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Somebody draws in a browser, with nothing but the keyboard. */
class KeyboardIT extends HistoryStudio {
    private static final ContainsTextOptions PATIENTLY = new ContainsTextOptions().setTimeout(60_000);

    @LocalServerPort
    private int port;

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
        jdbc.sql("delete from studio.model_draft").update();
    }

    private void open(String model, String editor) {
        look.open("/models/" + model);
        page.locator(editor).locator("button").first().waitFor();
    }

    private String source() {
        return (String) page.evaluate("() => document.querySelector('tf-bpmn-editor').source()");
    }

    private Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private void keys(String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
    }

    private void heard(String words) {
        assertThat(page.locator(".heard")).containsText(words, PATIENTLY);
    }

    @Test
    void tokensRunFromTheBeginningToTheEndAndLeaveTheDrawingAsItWas() {
        open("account-letter", "tf-bpmn-editor");
        String before = source();
        page.evaluate(
                "() => document.querySelector('tf-bpmn-editor').addEventListener('tf-touched', () => window.touched = true)");
        Locator toggle = button("Let tokens run without an engine");
        toggle.focus();
        keys("Enter");
        Locator begin = button("Go on here: Account letter requested");
        assertThat(begin).isFocused();
        assertThat(toggle).hasAttribute("aria-pressed", "true");
        assertThat(page.locator(".bts-context-pad:visible").all())
                .allSatisfy(it -> assertThat(it.getAttribute("title"))
                        .as("in the page's language, with the element's name")
                        .matches("(Go on here|Take another way|Hold tokens here): .+"));
        look.picture("tokens");
        assertThat(source()).isEqualTo(before);
        keys("Enter");
        assertThat(page.locator(".simulation-bar [role=status]")).containsText("Account letter has ended", PATIENTLY);
        button("From the beginning").focus();
        keys("Enter");
        assertThat(page.locator(".simulation-bar [role=status]")).containsText("Begin at a start event", PATIENTLY);
        keys("Escape");
        assertThat(page.locator("section.simulation")).hasCount(0);
        assertThat(toggle).isFocused();
        assertThat(source()).isEqualTo(before);
        assertThat(page.evaluate("() => window.touched === true")).isEqualTo(false);
    }

    @Test
    void everythingIsDoneInTheOutlineByKeysAndHeard() {
        open("account-letter", "tf-bpmn-editor");
        button("Outline").focus();
        keys("Enter", "ArrowDown", "Enter");
        heard("Account letter requested selected.");

        keys("a");
        page.keyboard().type("Ask a person");
        keys("Enter");
        heard("Ask a person added after Account letter requested.");
        keys("r");
        page.keyboard().type("Take a breath");
        keys("Enter");
        heard("is now called Take a breath.");
        keys("c");
        page.keyboard().type("Too late");
        keys("Enter");
        heard("Take a breath now leads to Too late to help.");
        keys("p");
        heard("Fields of Take a breath.");
        assertThat(page.evaluate("() => document.activeElement.closest('.properties') !== null"))
                .isEqualTo(true);
        keys("F6");
        assertThat(page.locator(".ti:focus"))
                .hasAttribute("aria-label", java.util.regex.Pattern.compile("Take a breath.*"));
        assertThat(source()).contains("name=\"Take a breath\"", "targetRef=\"too-late-to-help\"");

        keys("Delete");
        heard("Take a breath removed.");
        assertThat(source()).doesNotContain("Take a breath");
        keys("Control+z");
        heard("Undone.");
        assertThat(source()).contains("name=\"Take a breath\"");
    }

    @Test
    void whoIsInADecisionTableOrAFormIsNotCaughtThereAndAxeFindsNothing() {
        for (String model : jdbc.sql("select min(id) from studio.model where kind <> 'BPMN' group by kind")
                .query(String.class)
                .list()) {
            look.open("/models/" + model);
            page.locator("tf-dmn-editor button, tf-form-editor button").first().waitFor();
            assertThat(look.faults()).as(model).isEmpty();
        }
    }
}
