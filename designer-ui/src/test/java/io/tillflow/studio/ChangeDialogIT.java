package io.tillflow.studio;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What staff change about an order in its dialog. */
class ChangeDialogIT extends HistoryStudio {
    @LocalServerPort
    private int port;

    @Test
    void moreOfAnArticleIsFoundByItsNameAndAskedFor() {
        try (PageLook look = new PageLook("http://127.0.0.1:" + port)) {
            Page page = look.page();
            look.signIn("admin", "correct-horse");
            look.open("/shop/orders/" + FakeShop.ORDER);
            page.locator("main button:has-text(\"Change\")").first().click();
            Locator dialog = page.locator("vaadin-dialog");
            Locator picker = dialog.locator("vaadin-combo-box input");
            picker.click();
            page.locator("vaadin-combo-box-item").first().click();
            assertThat(dialog.locator("vaadin-integer-field input").first()).hasValue("3");
            dialog.locator("vaadin-checkbox input").check();
            dialog.locator("vaadin-button:has-text(\"Change and write\")").click();
            assertThat(page.locator("vaadin-dialog[opened]")).hasCount(0);
        }
        assertThat(CONNECTORS.told())
                .filteredOn(it -> it.startsWith("POST /api/v1/admin/orders/" + FakeShop.ORDER + "/changes")
                        && it.contains("quantities"))
                .singleElement()
                .asString()
                .contains("\"quantities\":{\"LAMP-1\":3}", "\"payMore\":true");
        assertThat(jdbc.sql("select after::text from studio.audit where action = 'order.changed'")
                        .query(String.class)
                        .single())
                .contains("\"LAMP-1\": 3");
    }

    @Test
    void whatWaitsForItsPaymentIsSaidAndCalledOff() {
        try (PageLook look = new PageLook("http://127.0.0.1:" + port)) {
            Page page = look.page();
            look.signIn("admin", "correct-horse");
            look.open("/shop/orders/" + FakeShop.ORDER);
            assertThat(page.locator("main")).containsText("A change waits for its payment: €192.40 instead of €129.90");
            page.locator("main button:has-text(\"Call the change off\")").click();
            page.locator("vaadin-dialog vaadin-button:has-text(\"Call the change off\")")
                    .click();
            assertThat(page.locator("vaadin-dialog[opened]")).hasCount(0);
        }
        assertThat(CONNECTORS.told())
                .filteredOn(it -> it.startsWith("POST /api/v1/admin/orders/" + FakeShop.ORDER + "/changes/off"))
                .hasSize(1);
        assertThat(jdbc.sql("select count(*) from studio.audit where action = 'order.change-dropped'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }
}
