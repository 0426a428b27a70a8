package io.tillflow.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.tillflow.studio.markup.Markup;
import io.tillflow.studio.markup.Node.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The diagram of decisions: what decides is put there and becomes a table or an expression. */
class DecisionDiagramIT extends HistoryStudio {
    private PageLook look;
    private Page page;

    @BeforeEach
    void open() {
        jdbc.sql("delete from studio.model_draft").update();
        look = new PageLook("http://127.0.0.1:" + port());
        page = look.page();
        look.signIn("admin", "correct-horse");
        look.open("/models/order-risk");
        tab(0).click();
    }

    @AfterEach
    void close() {
        look.close();
    }

    @Test
    void aDecisionIsAddedAndDecidesByAnExpression() {
        add("create.decision", 300, 120);
        becomes("Literal expression");
        add("create.business-knowledge-model", 700, 120);
        becomes("Literal Expression");
        add("create.input-data", 480, 240);
        look.picture("diagram");
        PlaywrightAssertions.assertThat(page.locator(".dmn-tabs button")).hasCount(4);
        tab(2).click();
        page.locator(".dmn-canvas .textarea").first().waitFor();
        look.picture("literal");
        tab(3).click();
        page.locator(".dmn-canvas .element-name").waitFor();
        look.picture("boxed");

        Markup drawn = Markup.parse((String) page.evaluate("() => document.querySelector('tf-dmn-editor').source()"));
        assertThat(drawn.root().elements().map(Element::local))
                .contains("decision", "businessKnowledgeModel", "inputData");
        assertThat(drawn.root().elements("decision").flatMap(it -> it.elements("literalExpression")))
                .hasSize(1);
    }

    private void add(String entry, double x, double y) {
        Locator canvas = page.locator(".dmn-canvas .djs-container");
        page.locator(".djs-palette .entry[data-action='" + entry + "']").click();
        canvas.hover(new Locator.HoverOptions().setPosition(x - 20, y - 20));
        canvas.click(new Locator.ClickOptions().setPosition(x, y));
    }

    private void becomes(String what) {
        page.locator(".djs-context-pad .entry[data-action=replace]").click();
        page.locator(".djs-popup .entry")
                .filter(new Locator.FilterOptions().setHasText(what))
                .click();
    }

    private Locator tab(int at) {
        return page.locator(".dmn-tabs button").nth(at);
    }
}
