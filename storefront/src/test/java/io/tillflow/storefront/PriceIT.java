package io.tillflow.storefront;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.InputStreamReader;
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

class PriceIT extends AccountTest {
    @Test
    void anOpenPageHearsOfAnotherPriceWithItsReasonAndTheLowestOfTheMonth() throws Exception {
        String sku = fresh(5);
        String product = productOf(sku);
        long price = priceOf(sku);
        CompletableFuture<String> heard = new CompletableFuture<>();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + port + "/prices/events?products=" + product))
                    .build();
            var stream = client.send(request, HttpResponse.BodyHandlers.ofInputStream())
                    .body();
            Thread reader = Thread.ofVirtual().start(() -> {
                try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                    lines.lines().filter(l -> l.startsWith("data:")).findFirst().ifPresent(heard::complete);
                } catch (Exception e) {
                    heard.completeExceptionally(e);
                }
            });
            ShopClient.Answer changed = change(sku, price - 400, "The kiln gave us <more>.");
            assertThat(changed.status()).isEqualTo(200);
            assertThat(changed.body().get("reduced").asBoolean()).isTrue();
            assertThat(changed.body().get("lowestBefore").asLong()).isEqualTo(price);
            assertThat(heard.get(60, TimeUnit.SECONDS)).isEqualTo("data:" + product);
            reader.join();
            client.shutdownNow();
        }
        assertThat(fragment(product, sku))
                .contains("Lowered just now.", "The kiln gave us &lt;more&gt;.", money(price - 400))
                .contains("Lowest price in the 30 days before: " + money(price) + ".");
        assertThat(shop().get("/products/" + product).body().toString()).contains(String.valueOf(price - 400));
    }

    @Test
    void onlyTheLowestOfTheMonthBeforeMayBeStruckAndARaiseStrikesNothing() {
        String sku = fresh(5);
        String product = productOf(sku);
        long price = priceOf(sku);
        change(sku, price - 500, "");
        change(sku, price + 200, "Wool costs more.");
        awaitPrice(product, sku, price + 200);
        assertThat(fragment(product, sku))
                .contains("Raised just now.", "Wool costs more.")
                .doesNotContain("<s ");
        ShopClient.Answer seeming = change(sku, price - 100, "");
        assertThat(seeming.body().get("reduced").asBoolean()).isFalse();
        assertThat(seeming.body().get("lowestBefore").asLong()).isEqualTo(price - 500);
        awaitPrice(product, sku, price - 100);
        assertThat(fragment(product, sku))
                .contains("Changed just now.", "30 days before: " + money(price - 500))
                .doesNotContain("<s ");
        clock.forward(Duration.ofDays(31));
        assertThat(fragment(product, sku)).doesNotContain("just now", "30 days");
        ShopClient.Answer real = change(sku, price - 200, "");
        assertThat(real.body().get("lowestBefore").asLong()).isEqualTo(price - 100);
        assertThat(real.body().get("reduced").asBoolean()).isTrue();
        assertThat(shop().admin("GET", "/prices/" + sku + "/history", "").body())
                .hasSize(4);
    }

    @Test
    void germanShoppersReadTheReasonInGermanWhereItIsSaid() {
        String sku = fresh(5);
        String product = productOf(sku);
        long price = priceOf(sku);
        assertThat(shop().admin(
                                "PUT",
                                "/prices/" + sku,
                                "{\"price\":" + (price - 100)
                                        + ",\"reason\":\"Wool week\",\"reasonDe\":\" Wollwoche \",\"by\":\"ida\"}")
                        .status())
                .isEqualTo(200);
        awaitPrice(product, sku, price - 100);
        assertThat(fragment(product, sku)).contains("Wool week").doesNotContain("Wollwoche");
        assertThat(fragment("/de", product, sku)).contains("Wollwoche").doesNotContain("Wool week");
        change(sku, price - 200, "More wool");
        awaitPrice(product, sku, price - 200);
        assertThat(fragment("/de", product, sku))
                .as("said in one language alone")
                .contains("More wool");
        assertThat(shop().admin("GET", "/prices/" + sku + "/history", "")
                        .body()
                        .valueStream()
                        .map(it -> it.path("reasonDe").asString()))
                .containsExactly("", "Wollwoche");
        assertThat(shop().admin("PUT", "/prices/" + sku, "{\"price\":100,\"reasonDe\":\"" + "x".repeat(161) + "\"}")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void aCheckoutThatBeganKeepsItsPrices() {
        String sku = fresh(5);
        long price = priceOf(sku);
        TestBrowser browser = browser();
        browser.submit("/cart/lines", Map.of("sku", sku));
        String checkout = TestBrowser.target(browser.submit("/checkout", Map.of()));
        change(sku, price + 1000, "Dearer now.");
        awaitPrice(productOf(sku), sku, price + 1000);
        assertThat(browser.page(checkout).body()).contains(money(price)).doesNotContain(money(price + 1000));
        assertThat(TestBrowser.target(browser.submit("/checkout", Map.of()))).isEqualTo(checkout);
        assertThat(browser.page("/cart").body()).contains("€10.00 more than when you added it");
        assertThat(browser.submit(
                                checkout,
                                Map.of(
                                        "contact.email", "mara@example.org",
                                        "shipping.name", "Mara Lindqvist",
                                        "shipping.street", "Lange Straße 1",
                                        "shipping.postcode", "10243",
                                        "shipping.town", "Berlin",
                                        "shipping.country", "DE"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(jdbc.sql("select unit_price from order_line where sku = :sku")
                        .param("sku", sku)
                        .query(Long.class)
                        .single())
                .isEqualTo(price);
    }

    @Test
    void wrongPricesAreNamed() {
        String sku = fresh(1);
        for (String body : new String[] {"{\"price\":0}", "{\"price\":-5}", "{}", "{\"price\":99999999999}"}) {
            ShopClient.Answer answer = shop().admin("PUT", "/prices/" + sku, body);
            assertThat(answer.status()).as(body).isEqualTo(422);
            assertThat(answer.body().get("errors").get(0).get("field").asString())
                    .isEqualTo("price");
        }
        assertThat(change("NO-SUCH", 100, "").status()).isEqualTo(404);
        assertThat(shop().call("PUT", "/admin/prices/" + sku, "{\"price\":1}", Map.of())
                        .status())
                .isEqualTo(401);
        assertThat(browser().page("/prices/events?products=nothing").statusCode())
                .isEqualTo(204);
    }

    private void awaitPrice(String product, String sku, long price) {
        await().until(() -> fragment(product, sku).contains("<strong class=\"\">" + money(price))
                || fragment(product, sku).contains("<strong class=\"now\">" + money(price)));
    }

    private String fragment(String product, String sku) {
        return fragment("", product, sku);
    }

    private String fragment(String language, String product, String sku) {
        return browser().page(language + "/p/" + product + "/price?sku=" + sku).body();
    }

    private ShopClient.Answer change(String sku, long price, String reason) {
        return shop().admin(
                        "PUT",
                        "/prices/" + sku,
                        json.writeValueAsString(Map.of("price", price, "reason", reason, "by", "ada")));
    }

    private static String money(long minor) {
        return io.tillflow.storefront.money.Money.text(minor);
    }

    private String productOf(String sku) {
        return jdbc.sql("select product from variant where sku = :sku")
                .param("sku", sku)
                .query(String.class)
                .single();
    }

    private long priceOf(String sku) {
        return jdbc.sql("select price from variant where sku = :sku")
                .param("sku", sku)
                .query(Long.class)
                .single();
    }
}
