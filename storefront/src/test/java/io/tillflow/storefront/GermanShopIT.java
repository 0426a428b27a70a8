package io.tillflow.storefront;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import io.tillflow.testkit.Browsing;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody reads and buys in German, in Chromium. */
class GermanShopIT extends ShopTest {
    private static final String FAULTS = """
            async () => (await axe.run(document)).violations
                .map(it => it.id + ": " + it.nodes.map(node => node.html.slice(0, 160)).join(" | "))""";

    private static Browsing browsing;

    @BeforeAll
    static void open() {
        browsing = new Browsing();
    }

    @AfterAll
    static void close() {
        browsing.close();
    }

    @AfterEach
    void withoutALogo() {
        shop().admin("DELETE", "/profile/logo?by=ida", "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/de",
                "/de/shelves",
                "/de/c/lamps",
                "/de/p/tarn-table-lamp",
                "/de/cart",
                "/de/search?q=lampe",
                "/de/wishes",
                "/de/help/delivery",
                "/de/account/sign-in",
                "/de/nowhere"
            })
    void axeFindsNothing(String path) {
        Page page = browsing.germanWindow(390, 844, true);
        page.addInitScript(axe());
        page.navigate(base() + path);
        for (int width : List.of(390, 1440)) {
            page.setViewportSize(width, 844);
            for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                assertThat((List<?>) page.evaluate(FAULTS))
                        .as(path + " at " + width + " px, " + scheme)
                        .isEmpty();
            }
            assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth"))
                    .as(path + " is not wider than the window")
                    .isLessThanOrEqualTo(width);
            picture(page, path + "-" + width);
        }
        page.context().close();
    }

    @Test
    void aWideLogoFitsTheHeadOfAPageOnATelephone() {
        String logo = json.writeValueAsString(Map.of("content", LogoIT.logo("png", 1200, 200)));
        assertThat(shop().admin("PUT", "/profile/logo", logo).status()).isEqualTo(200);
        Page page = browsing.germanWindow(390, 844, true);
        page.addInitScript(axe());
        page.navigate(base() + "/de/c/lamps");
        for (int width : List.of(390, 1440)) {
            page.setViewportSize(width, 844);
            assertThat(page.locator(".hd .logo img")).hasAttribute("alt", "Ullmere");
            assertThat(page.locator(".hd .logo img")).hasCSS("background-color", "rgba(0, 0, 0, 0)");
            BoundingBox sign = page.locator(".hd .logo img").boundingBox();
            assertThat(sign.height).isBetween(20.0, 36.0);
            assertThat(sign.x + sign.width).isLessThan(page.locator(".hd .ic").boundingBox().x + 1);
            assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(width);
            assertThat((List<?>) page.evaluate(FAULTS)).isEmpty();
            picture(page, "logo-" + width);
        }
        page.context().close();
    }

    @Test
    void buysWithoutAScriptFromTheShelfToTheOrder() {
        theCardPageAnswers();
        String sku = fresh(3);
        Page page = browsing.germanWindow(390, 844, false);
        page.navigate(base()
                + jdbc.sql(
                                "select '/de/p/' || product || '?colour=' || colour || '&size=' || size from variant where sku = :sku")
                        .param("sku", sku)
                        .query(String.class)
                        .single());
        page.locator("#dock button").click();
        assertThat(page).hasURL(base() + "/de/cart");
        assertThat(page.locator("html")).hasAttribute("lang", "de");
        button(page, "Zur Kasse");
        assertThat(page).hasURL(Pattern.compile(".*/de/checkout/.*"));
        assertThat(page.locator("h1")).hasText("Kasse");
        page.locator("[name='contact.email']").fill("keine");
        page.locator("#pay button").click();
        assertThat(page.getByText("Das ist keine E-Mail-Adresse").first()).isVisible();
        picture(page, "checkout-refused");
        whoAndWhere(page);
        page.locator("#pay button").click();
        Locator card = page.locator("h1", new Page.LocatorOptions().setHasText("Karte"));
        Locator anew = page.getByText("Die Summe hat sich");
        assertThat(card.or(anew)).isVisible();
        if (anew.isVisible()) {
            page.locator("#pay button").click();
        }
        assertThat(page.locator("h1")).hasText("Karte");
        List<LoggedRequest> asked = CONNECTORS.findAll(postRequestedFor(urlEqualTo("/api/v1/payments")));
        String back = json.readTree(asked.getLast().getBodyAsString())
                .path("returnUrl")
                .asString();
        assertThat(back).startsWith("/de/orders/");
        page.navigate(base() + back);
        assertThat(page.getByText("Lange Straße 1").first()).isVisible();
        picture(page, "order");
        page.context().close();
    }

    @Test
    void theLanguageIsChangedWithoutAScript() {
        Page page = browsing.germanWindow(390, 844, false);
        page.navigate(base() + "/de/c/lamps");
        button(page, "English");
        assertThat(page).hasURL(base() + "/c/lamps");
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        button(page, "Deutsch");
        assertThat(page).hasURL(base() + "/de/c/lamps");
        page.context().close();
    }

    private static void theCardPageAnswers() {
        CONNECTORS.stubFor(get(urlEqualTo("/sandbox/pay/pay_1"))
                .willReturn(aResponse()
                        .withHeader("Content-Type", "text/html")
                        .withBody("<!doctype html><title>Karte</title><h1>Karte</h1>")));
    }

    private static void whoAndWhere(Page page) {
        page.locator("[name='contact.email']").fill("mara@example.org");
        page.locator("[name='shipping.name']").fill("Mara Lindqvist");
        page.locator("[name='shipping.street']").fill("Lange Straße 1");
        page.locator("[name='shipping.postcode']").fill("10243");
        page.locator("[name='shipping.town']").fill("Berlin");
    }

    private static void button(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
    }

    /** For who wants to see what the test sees: -Dshop.pictures=folder. */
    private static void picture(Page page, String of) {
        String folder = System.getProperty("shop.pictures", "");
        if (!folder.isEmpty()) {
            page.screenshot(
                    new Page.ScreenshotOptions().setPath(Path.of(folder, of.replaceAll("[^a-z0-9-]+", "_") + ".png")));
        }
    }

    private String base() {
        return "http://127.0.0.1:" + port;
    }

    private static String axe() {
        try (InputStream file = Objects.requireNonNull(GermanShopIT.class.getResourceAsStream("/axe.min.js"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
