package io.tillflow.studio;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Somebody writes in a browser what the shop says, of itself and of what it sells. */
class ShopWordsIT extends HistoryStudio {
    private static final Pattern GERMAN = Pattern.compile(".*/de");
    private static final Pattern ENGLISH = Pattern.compile(".*/en");

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
    }

    @ParameterizedTest
    @CsvSource({"/shop/pages/imprint/en, Ullmere **Ltd**", "/shop/catalogue/reading-lamp/en, A **lamp**"})
    void nobodyLosesWhatTheyTypedByLookingAtAnotherLanguage(String path, String kept) {
        look.open(path);
        Locator text = page.locator("vaadin-text-area textarea").first();
        assertThat(text).hasValue(kept);
        text.fill("Typed and not kept");
        language("German").click();
        assertThat(page.getByText("Whoever leaves now loses it.")).isVisible();
        assertThat(look.axe()).isEmpty();
        look.picture("words-leave");
        button("Cancel").click();
        assertThat(page.getByText("Whoever leaves now loses it.")).isHidden();
        assertThat(text).hasValue("Typed and not kept");
        assertThat(page).hasURL(ENGLISH);

        language("German").click();
        button("Leave and discard").click();
        assertThat(page).hasURL(GERMAN);
        assertThat(language("German")).hasAttribute("aria-current", "page");
        language("English").click();
        assertThat(page).hasURL(ENGLISH);
        assertThat(text).hasValue(kept);
    }

    @Test
    void whatIsKeptIsLeftWithoutAQuestionAndAPageTakenAwayKeepsWhatIsTyped() {
        look.open("/shop/pages/imprint/en");
        Locator text = page.locator("vaadin-text-area textarea").first();
        text.fill("Typed");
        button("Back to what the shop came with").first().click();
        page.locator("vaadin-dialog vaadin-button").last().click();
        assertThat(page.getByText("Done. Your texts are still here.")).isVisible();
        assertThat(text).hasValue("Typed");
        button("Keep draft").click();
        assertThat(page.getByText("Kept. Shoppers do not see it yet.")).isVisible();
        language("German").click();
        assertThat(page).hasURL(GERMAN);
    }

    @Test
    void coloursAndSizesHaveNamesInAnotherLanguage() {
        look.open("/shop/catalogue/reading-lamp/en");
        assertThat(page.getByLabel("Colour: Black")).hasCount(0);
        look.open("/shop/catalogue/reading-lamp/de");
        assertThat(page.getByLabel("Size: tall")).hasValue("hoch");
        page.getByLabel("Colour: Black").fill("Schwarz");
        button("Save").click();
        assertThat(page.getByText("Saved; the shop shows and finds it from now on."))
                .isVisible();
        assertThat(CONNECTORS.told())
                .filteredOn(it -> it.startsWith("PUT /api/v1/admin/words"))
                .last()
                .asString()
                .startsWith("PUT /api/v1/admin/words/reading-lamp/de/options")
                .contains("\"black\":\"\"", "\"black\":\"Schwarz\"", "\"tall\":\"hoch\"");
        assertThat(look.axe()).isEmpty();
    }

    @Test
    void wordsThatTheShopRefusesDoNotUndoTheNamesThatItTook() {
        look.open("/shop/catalogue/reading-lamp/de");
        page.getByLabel("Colour: Black").fill("Schwarz");
        page.getByLabel("Kind, as shoppers filter by it").fill("Lampen");
        button("Save").click();
        assertThat(page.getByText("it needs a name")).isVisible();
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true))
                .first()
                .fill("Leselampe");
        button("Save").click();
        assertThat(page.getByText("Saved; the shop shows and finds it from now on."))
                .isVisible();
        String words = "PUT /api/v1/admin/words/reading-lamp/de";
        assertThat(CONNECTORS.told())
                .filteredOn(it -> it.startsWith(words))
                .extracting(it -> it.substring(0, it.indexOf(' ', words.length())))
                .as("the names once, the words again")
                .containsExactly(words + "/options", words, words);
    }

    private Locator language(String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
