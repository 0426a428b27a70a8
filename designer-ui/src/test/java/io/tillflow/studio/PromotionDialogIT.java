package io.tillflow.studio;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What merchants type into the dialog of a promotion. */
class PromotionDialogIT extends HistoryStudio {
    @LocalServerPort
    private int port;

    @Test
    void theTableSaysHowOftenEachWasUsedAndFindsThemByWordAndState() {
        try (PageLook look = new PageLook("http://127.0.0.1:" + port)) {
            Page page = look.page();
            look.signIn("admin", "correct-horse");
            look.open("/shop/promotions");
            Locator row = page.locator("tr:has-text(\"SPRING\")");
            assertThat(row).containsText("used 7 of 100 times");
            assertThat(row).containsText("beside others");
            assertThat(row).containsText("runs");
            Locator words = page.locator(".shop-filter vaadin-text-field input");
            words.fill("winter");
            assertThat(page.getByText("No promotion here")).isVisible();
            words.fill("spri");
            assertThat(row).isVisible();
            page.locator(".shop-filter vaadin-select").click();
            page.locator("vaadin-select-item:has-text(\"is over\")").click();
            assertThat(page.getByText("No promotion here")).isVisible();
        }
    }

    @Test
    void aPromotionWithoutANameIsAskedForItBeforeTheShopIs() {
        try (PageLook look = new PageLook("http://127.0.0.1:" + port)) {
            Page page = look.page();
            look.signIn("admin", "correct-horse");
            look.open("/shop/promotions");
            page.locator("button:has-text(\"New promotion\")").first().click();
            Locator dialog = page.locator("vaadin-dialog");
            Locator save = dialog.locator("vaadin-button:has-text(\"Save\")");
            save.click();
            assertThat(dialog).containsText("small letters, digits and dashes, for instance");
            assertThat(dialog).containsText("Shoppers read it");
            assertThat(CONNECTORS.told()).noneMatch(it -> it.startsWith("PUT /api/v1/admin/promotions"));
            dialog.locator("vaadin-text-field input").nth(0).fill("Spring");
            dialog.locator("vaadin-text-field input").nth(2).fill("Spring-10");
            save.click();
            assertThat(page.locator("vaadin-dialog[opened]")).hasCount(0);
        }
        assertThat(CONNECTORS.told()).anyMatch(it -> it.startsWith("PUT /api/v1/admin/promotions/spring-10"));
    }
}
