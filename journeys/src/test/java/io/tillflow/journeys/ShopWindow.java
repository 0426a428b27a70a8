package io.tillflow.journeys;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody in the shop. */
final class ShopWindow {
    private static final Pattern ORDER = Pattern.compile("Order (\\S+)");
    private static final String CARD = "4242 4242 4242 4242";

    private final Page page;
    private final String shop;

    ShopWindow(Page page, String shop) {
        this.page = page;
        this.shop = shop;
    }

    /** Walks from the home page to a paid order and answers its number. */
    String buy(String email) {
        page.navigate(shop + "/");
        page.locator("a[href^='/c/']").first().click();
        page.locator("main a[href^='/p/']").first().click();
        page.locator("#buy button.btn").click();
        page.navigate(shop + "/cart");
        button("Go to checkout").click();
        page.getByLabel("E-mail").fill(email);
        page.locator("[id='shipping.name']").fill("Ada Lind");
        page.locator("[id='shipping.street']").fill("Am Hang 7");
        page.locator("[id='shipping.postcode']").fill("99423");
        page.locator("[id='shipping.town']").fill("Weimar");
        page.locator("#pay button").click();
        page.waitForURL(Pattern.compile(".*/sandbox/pay/.*"));
        page.locator("#cardNumber").fill(CARD);
        page.locator("#cardNumber").press("Enter");
        page.waitForURL(Pattern.compile(".*/orders/.*"));
        return number();
    }

    private String number() {
        Matcher found = ORDER.matcher(page.locator(".numberline").first().textContent());
        if (!found.find()) {
            throw new AssertionError("expected an order number on " + page.url());
        }
        return found.group(1);
    }

    /** Waits, without reloading, until the open order page says so. */
    void sees(String words) {
        page.locator("main").getByText(words).first().waitFor();
    }

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .first();
    }
}
