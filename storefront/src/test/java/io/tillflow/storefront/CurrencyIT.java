package io.tillflow.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.tillflow.storefront.money.Money;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Selling in a second currency, from the page to the return and what is reported of it. */
class CurrencyIT extends CurrencyTest {
    private static final Map<String, String> STOCKHOLM = Map.of(
            "contact.email", "mara@example.org",
            "shipping.name", "Mara Lindqvist",
            "shipping.street", "Vasagatan 1",
            "shipping.postcode", "111 20",
            "shipping.town", "Stockholm",
            "shipping.country", "SE");

    private record Sale(TestBrowser browser, String sku, long kronor, JsonNode order) {
        String id() {
            return order.path("id").asString();
        }

        long sum(String part) {
            return order.path(part).asLong();
        }

        String path() {
            return "/orders/" + id() + "?token=" + order.path("token").asString();
        }
    }

    @Test
    void pagesNamePricesInTheCurrencyThatWasChosen() {
        String sku = fresh(5);
        String page = "/p/" + product(sku);
        TestBrowser browser = browser();
        assertThat(browser.page(page).body()).contains(">SEK</button>", "\"priceCurrency\":\"EUR\"");
        assertThat(TestBrowser.target(browser.submit("/currency", Map.of("currency", "SEK", "path", page))))
                .isEqualTo(page);
        String offer = "\"price\":\"" + Money.plain(kronor(sku), "SEK") + "\"";
        assertThat(browser.page(page + variant(sku)).body())
                .contains(text(kronor(sku)), "\"priceCurrency\":\"SEK\"", offer)
                .doesNotContain("€");
        assertThat(browser.page("/help/delivery").body())
                .contains("99.00\u00a0SEK")
                .doesNotContain("€");
        assertThat(browser.page("/de/c/lamps").body())
                .contains("500\u00a0SEK bis 1.000\u00a0SEK")
                .doesNotContain("€");
        browser.submit("/cart/lines", Map.of("sku", sku, "quantity", "2"));
        assertThat(browser.page("/cart").body()).contains(text(2 * kronor(sku))).doesNotContain("€");
        String checkout = TestBrowser.target(browser.submit("/checkout", Map.of()));
        assertThat(browser.page(checkout).body())
                .contains(text(2 * kronor(sku)))
                .doesNotContain("€");
    }

    @Test
    void anOrderIsPaidToldReturnedAndReportedInItsCurrency() throws Exception {
        Sale sale = bought(2);
        long total = sale.sum("total");
        assertThat(sale.order().path("currency").asString()).isEqualTo("SEK");
        assertThat(sale.sum("items_total")).isEqualTo(2 * sale.kronor());
        assertThat(sale.sum("tax_percent")).isEqualTo(25);
        CONNECTORS.verify(WireMock.postRequestedFor(WireMock.urlEqualTo("/api/v1/payments"))
                .withRequestBody(WireMock.matchingJsonPath("$.currency", WireMock.equalTo("SEK")))
                .withRequestBody(WireMock.matchingJsonPath("$.amount", WireMock.equalTo(String.valueOf(total)))));
        JsonNode told = sent(sale.id(), "order-placed");
        assertThat(told.at("/order/currency").asString()).isEqualTo("SEK");
        assertThat(told.at("/order/total").asLong()).isEqualTo(total);
        assertThat(told.at("/order/worth").asLong()).isEqualTo(worth(total));
        assertThat(Math.abs(worth(total) - 2 * price(sale.sku()))).isLessThan(2000);

        deliver(sale.id());
        sale.browser().submit("/currency", Map.of("currency", "EUR"));
        assertThat(sale.browser().page(sale.path()).body())
                .as("an order is in its own currency, whatever is looked at by now")
                .contains(text(total), "value=\"EUR\" aria-current=\"true\"")
                .doesNotContain("€", "value=\"SEK\" aria-current");
        assertThat(invoice(sale.path()))
                .contains(plain(total), "VAT as it is paid, in EUR", "€" + Money.plain(worth(sale.sum("tax")), "EUR"));
        String back = returned(sale);
        assertThat(sale.browser().page(sale.path()).body()).contains(text(sale.kronor()));
        reportsAreInTheShopsOwn(sale.id(), back, total, sale.kronor());
    }

    private Sale bought(int quantity) {
        String sku = fresh(5);
        TestBrowser browser = browser();
        browser.submit("/currency", Map.of("currency", "SEK"));
        browser.submit("/cart/lines", Map.of("sku", sku, "quantity", String.valueOf(quantity)));
        String checkout = TestBrowser.target(browser.submit("/checkout", Map.of()));
        assertThat(browser.submit(checkout, STOCKHOLM).statusCode()).isEqualTo(303);
        String order = row("""
                select row_to_json(o)::text from orders o where checkout_id::text = :id""", checkout.substring(10));
        return new Sale(browser, sku, kronor(sku), json.readTree(order));
    }

    private void deliver(String order) {
        shop().service("POST", order, "/allocation", "");
        for (String state : List.of("PAID", "PREPARING", "SHIPPED", "DELIVERED")) {
            shop().service("PUT", order, "/state", "{\"state\":\"" + state + "\"}");
        }
    }

    /** One thing of it, as the automation hears and answers. */
    private String returned(Sale sale) {
        String back = UUID.randomUUID().toString();
        Map<String, String> form =
                Map.of("id", back, "token", sale.order().path("token").asString(), "q0", "1", "reason", "CHANGED_MIND");
        assertThat(sale.browser()
                        .submit("/orders/" + sale.id() + "/return", form)
                        .statusCode())
                .isEqualTo(303);
        JsonNode asked = sent(back, "return-requested");
        assertThat(asked.at("/order/currency").asString()).isEqualTo("SEK");
        assertThat(asked.at("/request/amount").asLong()).isEqualTo(sale.kronor());
        assertThat(asked.at("/request/worth").asLong()).isEqualTo(worth(sale.kronor()));
        String refunded = "{\"state\":\"REFUNDED\",\"refunded\":" + sale.kronor() + "}";
        shop().automation("PUT", "/returns/" + back + "/state", refunded);
        return back;
    }

    private void reportsAreInTheShopsOwn(String order, String back, long total, long kronor) {
        assertThat(row("select amount || ' ' || currency from reporting_purchase where id = 'own ' || :id", order))
                .isEqualTo(worth(total) + " EUR");
        assertThat(row("select price || ' ' || currency from reporting_sale where id = 'own ' || :id", order))
                .isEqualTo(worth(kronor) + " EUR");
        assertThat(row("select total || ' ' || currency from reporting_unit_order where order_id::text = :id", order))
                .isEqualTo(worth(total) + " EUR");
        assertThat(row("select amount::text from reporting_risk where order_id::text = :id", order))
                .isEqualTo(BigDecimal.valueOf(worth(total), 2).toPlainString());
        assertThat(row("""
                select f.amount || ' ' || f.currency from reporting_fact f join order_return r on r.updated_at = f.at
                where f.fact = 'refund' and r.id::text = :id""", back)).isEqualTo(worth(kronor) + " EUR");
        assertThat(jdbc.sql("select count(*) from reporting_fact where origin = 'own' and currency <> 'EUR'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aCheckoutKeepsItsCurrencyAndItsRateWhateverChangesMeanwhile() {
        String sku = fresh(5);
        long kronor = kronor(sku);
        TestBrowser browser = browser();
        browser.submit("/currency", Map.of("currency", "SEK"));
        browser.submit("/cart/lines", Map.of("sku", sku));
        String checkout = TestBrowser.target(browser.submit("/checkout", Map.of()));
        CurrencySettings.write(shop(), "14", true);
        assertThat(kronor(sku)).isGreaterThan(kronor);
        browser.submit("/currency", Map.of("currency", "EUR"));
        assertThat(browser.page(checkout).body()).contains(text(kronor)).doesNotContain("€");
        assertThat(browser.page("/cart").body())
                .as("what it cost in another currency is no change of its price")
                .contains("€")
                .doesNotContain("\u00a0SEK", "than when you added it");
        assertThat(browser.submit(checkout, STOCKHOLM).statusCode()).isEqualTo(303);
        assertThat(row("""
                select o.currency || ' ' || l.unit_price || ' ' || o.delivery_price || ' ' || round(1 / o.in_base, 2)
                from orders o join order_line l on l.order_id = o.id where l.sku = :id""", sku)).isEqualTo("SEK " + kronor + " " + (kronor >= 689_00 ? 0 : 99_00) + " 11.50");

        browser.submit("/cart/lines", Map.of("sku", sku));
        String euros = TestBrowser.target(browser.submit("/checkout", Map.of()));
        browser.submit("/currency", Map.of("currency", "SEK"));
        String other = TestBrowser.target(browser.submit("/checkout", Map.of()));
        assertThat(other).as("begun anew in the currency that is asked for").isNotEqualTo(euros);
        assertThat(browser.page(other).body()).contains(text(kronor(sku))).doesNotContain("€");
    }

    private JsonNode sent(String subject, String type) {
        return json.readTree(jdbc.sql("select data::text from outbox where subject = :subject and type = :type")
                .param("subject", subject)
                .param("type", type)
                .query(String.class)
                .single());
    }

    private String invoice(String orderPath) throws Exception {
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + orderPath.replace("?", "/invoice.pdf?")))
                .build();
        try (var client = HttpClient.newHttpClient();
                var document = Loader.loadPDF(client.send(request, HttpResponse.BodyHandlers.ofByteArray())
                        .body())) {
            return new PDFTextStripper().getText(document).replace('\u00a0', ' ');
        }
    }

    private static String plain(long kronor) {
        return text(kronor).replace('\u00a0', ' ');
    }

    private String variant(String sku) {
        return row("select '?colour=' || colour || '&size=' || size from variant where sku = :id", sku)
                .replace(" ", "%20");
    }
}
