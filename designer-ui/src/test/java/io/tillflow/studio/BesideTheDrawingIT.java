package io.tillflow.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.MouseButton;
import com.microsoft.playwright.options.SelectOption;
import io.tillflow.testkit.Browsing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is beside a drawing: the library's panel in the page's words, and the data that a form is shown with. */
class BesideTheDrawingIT extends HistoryStudio {
    private static final String EDITOR = "document.querySelector('tf-bpmn-editor')";
    private static final ContainsTextOptions PATIENTLY = new ContainsTextOptions().setTimeout(60_000);

    /** Of one element of each kind, with every section open. */
    private static final String ALL_THAT_IT_SAYS = """
                async () => {
                  const modeler = document.querySelector('tf-bpmn-editor').modeler;
                  const panel = document.querySelector('.properties .fields');
                  const rest = () => new Promise(done => setTimeout(() => requestAnimationFrame(done)));
                  const said = new Set();
                  const shapes = modeler.get('elementRegistry').getAll().filter(it => !it.labelTarget);
                  const kind = it => it.type + (it.businessObject.eventDefinitions?.[0]?.$type ?? '') + (it.businessObject.modelerTemplate ?? it.businessObject.get('zeebe:modelerTemplate') ?? '');
                  for (const shape of [...new Map(shapes.map(it => [kind(it), it])).values()]) {
                    modeler.get('selection').select(shape);
                    await rest();
                    for (const head of panel.querySelectorAll('.bio-properties-panel-group-header:not(.open)')) head.click();
                    await rest();
                    panel.querySelectorAll('.bio-properties-panel-header-type, .bio-properties-panel-group-header-title, .bio-properties-panel-label')
                      .forEach(it => said.add(it.innerText.trim()));
                  }
                  return [...said];
                }""";

    private PageLook look;
    private Page page;

    @BeforeEach
    void open() {
        jdbc.sql("delete from studio.model_draft").update();
        look = new PageLook("http://127.0.0.1:" + port());
        page = look.page();
        look.signIn("admin", "correct-horse");
    }

    @AfterEach
    void close() {
        look.close();
    }

    @Test
    void aFormIsSeenWithWhatARealInstanceHadThere() {
        jdbc.sql("""
                insert into history.process_instance (key, process_definition_key, bpmn_process_id, version, state, business_key, started_at, open_incidents) values
                  (900, 7, 'order-fulfilment', 1, 'COMPLETED', 'UM-900', '2026-03-02T12:00:00Z', 0);
                insert into history.element_instance (key, process_instance_key, process_definition_key, element_id, element_type, scope_key, state, started_at, ended_at) values
                  (900, 900, 7, 'order-fulfilment', 'PROCESS', null, 'COMPLETED', '2026-03-02T12:00:00Z', '2026-03-02T14:00:00Z'),
                  (910, 900, 7, 'collect-payment', 'USER_TASK', 900, 'COMPLETED', '2026-03-02T13:00:00Z', '2026-03-02T13:30:00Z');
                delete from history.variable_change where process_instance_key = 900;
                insert into history.variable_change (process_instance_key, position, scope_key, name, value, changed_at) values
                  (900, 1, 900, 'order', '{"number": "UM-900", "total": 4205, "currency": "EUR"}', '2026-03-02T12:00:00Z'),
                  (900, 2, 900, 'captureTry', '3', '2026-03-02T12:30:00Z'), (900, 3, 910, 'captureTry', '4', '2026-03-02T13:00:00Z'),
                  (900, 4, 910, 'outcome', '"settled"', '2026-03-02T13:30:00Z'), (900, 5, 900, 'order', '{"number": "later"}', '2026-03-02T13:40:00Z')""").update();
        look.open("/models/collect-payment");
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Preview").setExact(true))
                .click();
        Locator sheet = page.locator(".form-sheet");
        page.getByLabel("Data of").selectOption(new SelectOption().setLabel("UM-900"));
        PlaywrightAssertions.assertThat(sheet)
                .containsText(
                        Pattern.compile("order UM-900.*42\\.05 EUR.*captures tried: 3", Pattern.DOTALL), PATIENTLY);
        assertThat(sheet.locator("input:checked").count())
                .as("not with its own answers")
                .isZero();
        Locator data = page.locator(".form-data textarea");
        data.fill("{\"order\": {\"number\": \"UM-7\"}");
        PlaywrightAssertions.assertThat(page.locator(".form-data [role=status]"))
                .containsText("no JSON object");
        PlaywrightAssertions.assertThat(sheet).containsText("order UM-900");
        data.fill("{\"order\": {\"number\": \"UM-7\"}}");
        PlaywrightAssertions.assertThat(sheet).containsText("order UM-7");
        assertThat(look.axe()).isEmpty();
        look.picture("preview-with-data");
    }

    @Test
    void anExpressionIsTriedBesideTheDrawing() {
        opened(page);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Try an expression"))
                .click();
        Locator expression = page.getByLabel("Expression", new Page.GetByLabelOptions().setExact(true));
        Locator answer = page.locator(".trial-answer");
        expression.fill("= order.total * 2");
        PlaywrightAssertions.assertThat(answer).containsText(Pattern.compile("^\\d{3,}$"), PATIENTLY);
        page.getByLabel("With the data of")
                .selectOption(new SelectOption().setLabel("A webhook is looked up, not believed"));
        PlaywrightAssertions.assertThat(answer).containsText("8400", PATIENTLY);
        expression.fill("= order.total +");
        PlaywrightAssertions.assertThat(answer).containsText("It cannot go on with \"+\".", PATIENTLY);
        PlaywrightAssertions.assertThat(answer.locator("mark")).hasText("+");
        expression.fill("= ordr.total");
        PlaywrightAssertions.assertThat(answer).containsText("No variable found with name 'ordr'", PATIENTLY);
        assertThat(look.axe()).isEmpty();
        look.picture("expression");
    }

    @Test
    void theLibrarysPanelSpeaksThePagesLanguageAndOffersWhatTheEngineTakes() throws IOException {
        Set<String> words = new HashSet<>();
        for (String table : List.of("hints", "menus", "panel", "templates", "types")) {
            JsonNode tree = json.readTree(
                    Path.of("web/designer/words/" + table + ".de.json").toFile());
            tree.forEach(it -> words.add(it.asString().strip()));
        }
        List<?> said;
        try (Browsing browsing = new Browsing()) {
            Page german = opened(signedIn(browsing.germanWindow(1440, 900, true)));
            words.addAll(((List<?>) german.evaluate("() => " + EDITOR + ".setup.blocks.map(it => it.label)"))
                    .stream().map(String::valueOf).toList());
            said = (List<?>) german.evaluate(ALL_THAT_IT_SAYS);
        }
        List<String> known =
                words.stream().map(it -> it.toLowerCase(Locale.GERMAN)).toList();
        assertThat(said)
                .hasSizeGreaterThan(30)
                .allSatisfy(it -> assertThat(known)
                        .contains(String.valueOf(it)
                                .replaceAll("\\s+", " ")
                                .strip()
                                .toLowerCase(Locale.GERMAN)));
        assertThat(said.toString()).doesNotContain("Beobachter", "Priorität der Arbeit", "Versionskennung", "Bindung");
    }

    @Test
    void decisionTablesSpeakThePagesLanguage() throws IOException {
        Set<String> words = new HashSet<>();
        json.readTree(Path.of("web/designer/words/tables.de.json").toFile())
                .forEach(it -> words.add(it.asString().strip()));
        try (Browsing browsing = new Browsing()) {
            Page german = signedIn(browsing.germanWindow(1440, 900, true));
            german.navigate("http://127.0.0.1:" + port() + "/models/order-risk");
            Locator table = german.locator(".dmn-decision-table-container");
            PlaywrightAssertions.assertThat(table)
                    .containsText(Pattern.compile("Trefferregel:.*Wenn.*Zahl.*Dann.*Text", Pattern.DOTALL), PATIENTLY);
            table.locator("td.input-cell").first().click(new Locator.ClickOptions().setButton(MouseButton.RIGHT));
            Locator menu = german.locator(".context-menu-group-entry");
            menu.first().waitFor();
            assertThat(menu.allInnerTexts())
                    .hasSizeGreaterThan(5)
                    .allSatisfy(it -> assertThat(words).contains(it.strip()));
        }
    }

    private Page signedIn(Page window) {
        window.navigate("http://127.0.0.1:" + port() + "/login");
        window.locator("input[name=username]").fill("admin");
        window.locator("input[name=password]").fill("correct-horse");
        window.locator("vaadin-button[slot=submit]").first().click();
        window.waitForURL(url -> !url.contains("/login"));
        return window;
    }

    private Page opened(Page window) {
        window.navigate("http://127.0.0.1:" + port() + "/models/order-fulfilment");
        window.waitForFunction("() => " + EDITOR + "?.modeler?.get('elementRegistry').getAll().length > 10");
        return window;
    }
}
