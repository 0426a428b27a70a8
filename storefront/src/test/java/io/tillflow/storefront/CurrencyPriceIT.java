package io.tillflow.storefront;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillflow.storefront.money.Ending;
import io.tillflow.storefront.money.Money;
import io.tillflow.storefront.money.OtherCurrency;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Prices of a second currency: they follow the shop's own or stand alone, and each has its own history. */
class CurrencyPriceIT extends CurrencyTest {
    @Test
    void everyPriceFollowsTheRateAsTheShopItselfReckons() {
        assertThat(jdbc.sql(
                                "select count(*) from variant v where not exists (select 1 from variant_price p where p.sku = v.sku)")
                        .query(Integer.class)
                        .single())
                .isZero();
        for (Ending ending : Ending.values()) {
            OtherCurrency other = new OtherCurrency("SEK", new BigDecimal("11.3457"), ending, true);
            for (long price : new long[] {1, 44, 490, 999, 1234, 6400, 123_456}) {
                assertThat(jdbc.sql("select listed_price(:price, :rate, :step, :end)")
                                .param("price", price)
                                .param("rate", other.perBase())
                                .param("step", ending.step("SEK"))
                                .param("end", ending.end("SEK"))
                                .query(Long.class)
                                .single())
                        .as(ending + " " + price)
                        .isEqualTo(other.of(price));
            }
        }
    }

    @Test
    void openPagesHearOfAPriceThatIsSetForACurrency() throws Exception {
        String sku = fresh(5);
        String product = product(sku);
        CompletableFuture<String> heard = new CompletableFuture<>();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + port + "/prices/events?products=" + product))
                    .build();
            var stream = client.send(request, HttpResponse.BodyHandlers.ofInputStream())
                    .body();
            Thread.ofVirtual().start(() -> {
                try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                    lines.lines().filter(l -> l.startsWith("data:")).findFirst().ifPresent(heard::complete);
                } catch (Exception e) {
                    heard.completeExceptionally(e);
                }
            });
            put(sku, "{\"price\":" + kronor(sku) / 2 + ",\"currency\":\"SEK\"}");
            assertThat(heard.get(60, TimeUnit.SECONDS)).isEqualTo("data:" + product);
            client.shutdownNow();
        }
    }

    @Test
    void aReductionIsComparedWithinTheCurrency() {
        clock.forward(Duration.ofDays(31)); // what other tests did to the rate is no longer compared
        String sku = fresh(5);
        String product = product(sku);
        long euros = price(sku);
        long kronor = kronor(sku);
        long set = kronor / 2;
        assertThat(kronor).isEqualTo(SEK.of(euros));
        TestBrowser swede = browser();
        swede.submit("/currency", Map.of("currency", "SEK"));
        JsonNode fixed = put(sku, "{\"price\":" + set + ",\"currency\":\"SEK\",\"reason\":\"For Sweden.\"}");
        assertThat(fixed.path("currency").asString()).isEqualTo("SEK");
        assertThat(fixed.path("lowestBefore").asLong()).isEqualTo(kronor);
        assertThat(fixed.path("reduced").asBoolean()).isTrue();
        await().untilAsserted(() -> assertThat(fragment(swede, product, sku))
                .contains("For Sweden.", text(set), "30 days before: " + text(kronor))
                .doesNotContain("€"));
        assertThat(fragment(browser(), product, sku))
                .as("nothing changed in the shop's own currency")
                .contains(Money.text(euros))
                .doesNotContain("For Sweden.", "30 days before");
        put(sku, "{\"price\":" + (euros - 300) + ",\"reason\":\"Sale.\"}");
        await().until(() -> fragment(browser(), product, sku).contains(Money.text(euros - 300)));
        assertThat(kronor(sku)).as("it was set for the currency").isEqualTo(set);
        assertThat(fragment(swede, product, sku)).contains("For Sweden.").doesNotContain("Sale.");
    }

    @Test
    void aPriceThatWasSetMayFollowTheShopsOwnAgain() {
        clock.forward(Duration.ofDays(31)); // what other tests did to the rate is no longer compared
        String sku = fresh(5);
        long euros = price(sku);
        long set = kronor(sku) / 2;
        put(sku, "{\"price\":" + set + ",\"currency\":\"SEK\"}");
        JsonNode listed = shop().admin("GET", "/prices/" + sku, "").body();
        assertThat(listed.at("/0/currency").asString()).isEqualTo("EUR");
        assertThat(listed.at("/1/fixed").asBoolean()).isTrue();
        JsonNode follows =
                shop().admin("DELETE", "/prices/" + sku + "/SEK?by=ada", "").body();
        assertThat(follows.path("price").asLong()).isEqualTo(SEK.of(euros));
        assertThat(follows.path("lowestBefore").asLong())
                .as("the month's lowest of the currency")
                .isEqualTo(set);
        put(sku, "{\"price\":" + (euros + 2000) + ",\"reason\":\"Dearer.\"}");
        assertThat(kronor(sku)).isEqualTo(SEK.of(euros + 2000));
        TestBrowser swede = browser();
        swede.submit("/currency", Map.of("currency", "SEK"));
        await().untilAsserted(() ->
                assertThat(fragment(swede, product(sku), sku)).contains("Dearer.", text(SEK.of(euros + 2000))));
        assertThat(history(sku, "EUR")).hasSize(1);
        assertThat(history(sku, "SEK")
                        .valueStream()
                        .limit(3)
                        .map(it -> it.path("price").asLong()))
                .containsExactly(SEK.of(euros + 2000), SEK.of(euros), set);
    }

    @Test
    void anotherRateChangesWhatFollowsItAsAChangeOfThePriceAndLeavesWhatWasSet() {
        clock.forward(Duration.ofDays(31)); // what other tests did to the rate is no longer compared
        String follows = fresh(5);
        String set = fresh(6);
        put(set, "{\"price\":99900,\"currency\":\"SEK\"}");
        long before = kronor(follows);
        clock.forward(Duration.ofSeconds(1));
        CurrencySettings.write(shop(), "10", true);
        OtherCurrency cheaper = new OtherCurrency("SEK", BigDecimal.TEN, Ending.NINE, true);
        assertThat(kronor(follows)).isEqualTo(cheaper.of(price(follows))).isLessThan(before);
        assertThat(kronor(set)).isEqualTo(99900);
        JsonNode change = history(follows, "SEK").get(0);
        assertThat(change.path("previous").asLong()).isEqualTo(before);
        assertThat(change.path("changedBy").asString()).isEqualTo("ida");
        TestBrowser browser = browser();
        browser.submit("/currency", Map.of("currency", "SEK"));
        String product = row("select product from variant where sku = :id", follows);
        await().until(() -> fragment(browser, product, follows).contains("30 days before: " + text(before)));
        int changes = history(follows, "SEK").size();
        CurrencySettings.write(shop(), "10.00", true);
        assertThat(history(follows, "SEK")).as("the same rate again").hasSize(changes);
        assertThat(history(follows, "EUR")).isEmpty();
    }

    @Test
    void whatHasNoPriceInACurrencyIsSaidInTheCartAndPricedWithTheNextSettings() {
        String sku = fresh(5);
        TestBrowser browser = browser();
        browser.submit("/cart/lines", Map.of("sku", sku));
        browser.submit("/currency", Map.of("currency", "SEK"));
        jdbc.sql("delete from variant_price where sku = :sku").param("sku", sku).update();
        jdbc.sql("select pg_notify('shop_prices', :sku)")
                .param("sku", sku)
                .query()
                .listOfRows();
        await().until(() ->
                shop().get("/products/" + product(sku) + "?currency=SEK").status() == 404);
        assertThat(browser.page("/cart").statusCode()).isEqualTo(200);
        assertThat(browser.page("/cart").body()).contains("Without a price in SEK");
        var refused = browser.submit("/checkout", Map.of());
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("Without a price in SEK");
        CurrencySettings.write(shop(), "11.5", true);
        assertThat(kronor(sku)).isEqualTo(SEK.of(price(sku)));
        await().until(() -> browser.page("/cart").body().contains(text(kronor(sku))));
    }

    @Test
    void wrongPricesAndUnknownListsAreNamed() {
        String sku = fresh(1);
        assertThat(shop().admin("PUT", "/prices/" + sku, "{\"price\":100,\"currency\":\"USD\"}")
                        .status())
                .isEqualTo(404);
        assertThat(shop().admin("DELETE", "/prices/" + sku + "/USD", "").status())
                .isEqualTo(404);
        assertThat(shop().admin("DELETE", "/prices/" + sku + "/EUR", "").status())
                .isEqualTo(404);
        assertThat(shop().admin("GET", "/prices/NO-SUCH", "").status()).isEqualTo(404);
        assertThat(shop().call("DELETE", "/admin/prices/" + sku + "/SEK", "", Map.of())
                        .status())
                .isEqualTo(401);
    }

    @Test
    void whatAFileBringsHasAPriceInEachCurrency() {
        String file =
                "handle,Title,Type,Variant SKU,Variant Price,Variant Grams\nkronor-cup,Kronor cup,Cups,KRONOR-CUP,%s,300\n";
        assertThat(shop().send(
                                "POST",
                                "/api/v1/admin/imports/products?dryRun=false",
                                "text/csv",
                                file.formatted("12.00"),
                                Map.of("Authorization", "Bearer " + ShopClient.TOKEN))
                        .statusCode())
                .isLessThan(300);
        await().until(() -> shop().get("/products/kronor-cup?currency=SEK").status() == 200);
        assertThat(shop().get("/products/kronor-cup?currency=SEK")
                        .body()
                        .at("/variants/0/price")
                        .asLong())
                .isEqualTo(SEK.of(1200));
        shop().send(
                        "POST",
                        "/api/v1/admin/imports/products?dryRun=false",
                        "text/csv",
                        file.formatted("20.00"),
                        Map.of("Authorization", "Bearer " + ShopClient.TOKEN));
        await().until(() -> shop().get("/products/kronor-cup?currency=SEK")
                        .body()
                        .at("/variants/0/price")
                        .asLong()
                == SEK.of(2000));
        assertThat(history("KRONOR-CUP", "SEK")).hasSize(1);
    }

    private JsonNode put(String sku, String body) {
        return shop().admin("PUT", "/prices/" + sku, body).body();
    }

    private JsonNode history(String sku, String currency) {
        return shop().admin("GET", "/prices/" + sku + "/history?currency=" + currency, "")
                .body();
    }

    private static String fragment(TestBrowser browser, String product, String sku) {
        return browser.page("/p/" + product + "/price?sku=" + sku).body();
    }
}
