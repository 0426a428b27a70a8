package io.tillflow.storefront;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What holds in a second currency: promotions, the API, withdrawing it, and what others hear of its orders. */
class CurrencyTermsIT extends CurrencyTest {
    @Test
    void promotionsAskForAndTakeOffAmountsOfTheCurrency() {
        shop().admin(
                        "PUT",
                        "/promotions/ten-off",
                        "{\"code\":\"TENOFF\",\"title\":\"Ten off\",\"kind\":\"AMOUNT\",\"value\":1000,\"atLeast\":100000}");
        String sku = fresh(5);
        String cart = shop().cartWith(Map.of(sku, 1));
        String codes = "/carts/" + cart + "/codes/TENOFF?currency=SEK";
        JsonNode refused = shop().put(codes, "").body();
        assertThat(refused.path("currency").asString()).isEqualTo("SEK");
        assertThat(refused.at("/refusals/0/reason").asString()).isEqualTo("too-little");
        assertThat(refused.at("/refusals/0/text").asString())
                .contains("11,499.00\u00a0SEK")
                .doesNotContain("€");
        shop().admin(
                        "PUT",
                        "/promotions/ten-off",
                        "{\"code\":\"TENOFF\",\"title\":\"Ten off\",\"kind\":\"AMOUNT\",\"value\":1000,\"atLeast\":100}");
        long list = kronor(sku);
        JsonNode granted = shop().get("/carts/" + cart + "?currency=SEK").body();
        long off = Math.min(119_00, list - 9_00);
        assertThat(granted.at("/discounts/0/amount").asLong()).isEqualTo(off);
        assertThat(granted.path("total").asLong()).isEqualTo(list - off);
        JsonNode checkout = shop().post("/checkouts?currency=SEK", "{\"cartId\":\"" + cart + "\"}")
                .body();
        assertThat(checkout.path("currency").asString()).isEqualTo("SEK");
        String id = checkout.path("id").asString();
        assertThat(shop().get("/checkouts/" + id)
                        .body()
                        .at("/totals/discounts/0/amount")
                        .asLong())
                .as("asked without a currency, a checkout is in its own")
                .isEqualTo(off);
    }

    @Test
    void deliveryCostsWhatWasSetInTheCurrencyAndFollowsTheRateOtherwise() {
        String sku = fresh(5);
        String begun = kronorCheckout(sku);
        long before = delivery(begun);
        ObjectNode profile = CurrencySettings.profile(shop());
        ObjectNode kronor = (ObjectNode) profile.path("currencies").get(0);
        kronor.putObject("delivery")
                .put("freeFrom", 1_000_000_00L)
                .putObject("prices")
                .put("DE", 77_00);
        assertThat(CurrencySettings.write(shop(), profile).status()).isEqualTo(200);
        assertThat(delivery(kronorCheckout(sku))).isEqualTo(77_00);
        assertThat(delivery(begun)).as("what was begun keeps its terms").isEqualTo(before);
        assertThat(CurrencySettings.profile(shop())
                        .at("/currencies/0/delivery/prices/DE")
                        .asLong())
                .isEqualTo(77_00);
        assertThat(CurrencySettings.profile(shop()).at("/currencies/0/delivery").has("expressSurcharge"))
                .isFalse();

        kronor.putObject("delivery").put("freeFrom", -1);
        ShopClient.Answer refused = CurrencySettings.write(shop(), profile);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().toString()).contains("Delivery costs");
        kronor.remove("delivery");
        assertThat(CurrencySettings.write(shop(), profile).status()).isEqualTo(200);
        assertThat(delivery(kronorCheckout(sku))).isEqualTo(before);
    }

    @Test
    void aDraftIsPricedHeldAndOrderedInItsCurrency() {
        String sku = fresh(5);
        String body = """
                {"id":"%1$s","revision":1,"by":"ida","language":"en","currency":"SEK","lines":[{"sku":"%2$s","quantity":2}],"discount":1000,
                 "details":%3$s}""".formatted(UUID.randomUUID(), sku, ShopClient.MARA.formatted("draft@example.org"));
        JsonNode draft = shop().admin("POST", "/drafts", body).body();
        assertThat(draft.path("currency").asString()).isEqualTo("SEK");
        assertThat(draft.path("currencies").toString()).isEqualTo("[\"EUR\",\"SEK\"]");
        assertThat(draft.at("/lines/0/unitPrice").asLong()).isEqualTo(kronor(sku));
        long total = draft.at("/totals/total").asLong();
        assertThat(total)
                .isEqualTo(2 * kronor(sku)
                        - 1000
                        + draft.at("/totals/deliveryPrice").asLong());
        String path = "/drafts/" + draft.path("id").asString();
        JsonNode placed = shop().admin("POST", path + "/order", "{\"revision\":1,\"total\":" + total + "}")
                .body();
        JsonNode order = shop().admin("GET", "/orders/" + placed.path("orderId").asString(), "")
                .body()
                .path("order");
        assertThat(order.path("currency").asString()).isEqualTo("SEK");
        assertThat(order.path("total").asLong()).isEqualTo(total);

        ShopClient.Answer unknown = shop().admin("POST", "/drafts", body.replace("SEK", "USD"));
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.body().at("/errors/0/field").asString()).isEqualTo("currency");
    }

    private String kronorCheckout(String sku) {
        String cart = "{\"cartId\":\"" + shop().cartWith(Map.of(sku, 1)) + "\"}";
        return shop().post("/checkouts?currency=SEK", cart).body().path("id").asString();
    }

    private long delivery(String checkout) {
        return shop().get("/checkouts/" + checkout)
                .body()
                .at("/totals/deliveryPrice")
                .asLong();
    }

    @Test
    void theApiNamesPricesInTheCurrencyItIsAskedIn() {
        String sku = fresh(1);
        String path = "/products/" + product(sku);
        JsonNode kronor = shop().get(path + "?currency=SEK").body();
        assertThat(kronor.path("currency").asString()).isEqualTo("SEK");
        assertThat(kronor.path("variants")
                        .valueStream()
                        .filter(it -> it.path("sku").asString().equals(sku))
                        .findFirst()
                        .orElseThrow()
                        .path("price")
                        .asLong())
                .isEqualTo(kronor(sku));
        assertThat(shop().get(path).body().path("currency").asString()).isEqualTo("EUR");
        ShopClient.Answer unknown = shop().get(path + "?currency=USD");
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.body().at("/errors/0/field").asString()).isEqualTo("currency");
        assertThat(shop().admin("GET", "/products/" + sku + "?currency=SEK", "")
                        .body()
                        .at("/row/price")
                        .asLong())
                .as("who works for the shop sees its own currency")
                .isEqualTo(price(sku));
        TestBrowser browser = browser();
        browser.submit("/currency", Map.of("currency", "USD", "path", "//elsewhere.example"));
        assertThat(browser.cookies()).containsEntry("currency", "EUR");
    }

    @Test
    void aCurrencyIsWithdrawnButNeverForgotten() {
        String sku = fresh(2);
        String begun = shop().post(
                        "/checkouts?currency=SEK", "{\"cartId\":\"" + shop().cartWith(Map.of(sku, 1)) + "\"}")
                .body()
                .path("id")
                .asString();
        ObjectNode profile = CurrencySettings.profile(shop());
        profile.putArray("currencies")
                .addObject()
                .put("code", "USD")
                .put("rate", 1.1)
                .put("ending", "EXACT")
                .put("offered", true);
        ShopClient.Answer refused = CurrencySettings.write(shop(), profile);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().toString()).contains("SEK can be withdrawn");
        profile.remove("currencies");
        assertThat(CurrencySettings.write(shop(), profile).status()).isEqualTo(200);
        assertThat(shop().get("/products?currency=SEK").status())
                .as("whoever names none keeps those there are")
                .isEqualTo(200);
        CurrencySettings.write(shop(), "11.5", false);
        TestBrowser browser = browser();
        browser.cookies().put("currency", "SEK");
        assertThat(browser.page("/p/" + product(sku)).body()).contains("€").doesNotContain("SEK");
        assertThat(shop().get("/products?currency=SEK").status()).isEqualTo(422);
        shop().put("/checkouts/" + begun, ShopClient.MARA.formatted("mara@example.org"));
        ShopClient.Answer placed = shop().place(begun);
        assertThat(placed.status()).isEqualTo(201);
        assertThat(row(
                        "select currency from orders where id::text = :id",
                        placed.body().path("orderId").asString()))
                .isEqualTo("SEK");
        assertThat(kronor(sku)).isPositive();
    }

    @Test
    void whatTheAutomationReadsOfAnOrderIsComparable() {
        String sku = fresh(2);
        String checkout = shop().post(
                        "/checkouts?currency=SEK", "{\"cartId\":\"" + shop().cartWith(Map.of(sku, 1)) + "\"}")
                .body()
                .path("id")
                .asString();
        shop().put("/checkouts/" + checkout, ShopClient.MARA.formatted("kronor@example.org"));
        String order = shop().place(checkout).body().path("orderId").asString();
        JsonNode record = shop().service("GET", order, "", "").body();
        assertThat(record.path("currency").asString()).isEqualTo("SEK");
        assertThat(record.path("worth").asLong())
                .isEqualTo(worth(record.path("total").asLong()));
        assertThat(record.path("baseCurrency").asString()).isEqualTo("EUR");
        JsonNode customer = shop().admin("GET", "/customers?q=kronor@example.org", "")
                .body()
                .at("/items/0");
        assertThat(customer.path("currency").asString()).isEqualTo("EUR");
        assertThat(customer.path("total").asLong())
                .isEqualTo(record.path("worth").asLong());
        await().until(() -> !sentFor(order).isEmpty());
    }
}
