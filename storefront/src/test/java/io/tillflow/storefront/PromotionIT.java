package io.tillflow.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PromotionIT extends ShopTest {
    @Test
    void aCodeLowersWhatIsPaidAndIsFrozenWithTheCheckout() {
        promotion("five-off", "{\"code\":\"five\",\"title\":\"Five off\",\"kind\":\"AMOUNT\",\"value\":500}");
        String cart = shop().cartWith(Map.of(fresh(3), 2));
        long before = shop().get("/carts/" + cart).body().get("total").asLong();
        JsonNode with = code(cart, "five").body();
        assertThat(with.get("total").asLong()).isEqualTo(before - 500);
        assertThat(with.get("refusals")).isEmpty();

        JsonNode checkout = shop().startCheckout(cart).body();
        promotion(
                "five-off",
                "{\"code\":\"five\",\"title\":\"Five off\",\"kind\":\"AMOUNT\",\"value\":900,\"endsAt\":\"2020-01-01T00:00:00Z\"}");
        String id = checkout.get("id").asString();
        JsonNode ready = shop().put("/checkouts/" + id, ShopClient.MARA.formatted("p@example.org"))
                .body();
        assertThat(ready.at("/totals/discounts/0/amount").asLong()).isEqualTo(500);
        JsonNode placed = shop().place(id).body();
        JsonNode order =
                shop().service("GET", placed.get("orderId").asString(), "", "").body();
        assertThat(order.get("total").asLong())
                .isEqualTo(before - 500 + order.get("deliveryPrice").asLong());
        assertThat(order.at("/discounts/0/title").asString()).isEqualTo("Five off");
        assertThat(code(shop().cartWith(Map.of(fresh(1), 1)), "five")
                        .body()
                        .at("/refusals/0/reason")
                        .asString())
                .isEqualTo("ended");
    }

    @Test
    void germanShoppersReadItsGermanTitleAndTheirOrderKeepsIt() {
        promotion(
                "autumn",
                "{\"code\":\"AUTUMN\",\"title\":\"Autumn\",\"titleDe\":\"Herbst\",\"kind\":\"AMOUNT\",\"value\":100}");
        String cart = shop().cartWith(Map.of(fresh(1), 1));
        assertThat(code(cart, "AUTUMN").body().at("/discounts/0/title").asString())
                .isEqualTo("Autumn");
        Map<String, String> german = Map.of("Accept-Language", "de");
        assertThat(shop().call("GET", "/carts/" + cart, "", german)
                        .body()
                        .at("/discounts/0/title")
                        .asString())
                .isEqualTo("Herbst");
        JsonNode checkout = shop().call("POST", "/checkouts", "{\"cartId\":\"" + cart + "\"}", german)
                .body();
        assertThat(checkout.at("/totals/discounts/0/title").asString()).isEqualTo("Herbst");
        promotion("plain", "{\"code\":\"PLAIN\",\"title\":\"Plain\",\"kind\":\"AMOUNT\",\"value\":100}");
        String other = shop().cartWith(Map.of(fresh(1), 1));
        code(other, "PLAIN");
        assertThat(shop().call("GET", "/carts/" + other, "", german)
                        .body()
                        .at("/discounts/0/title")
                        .asString())
                .isEqualTo("Plain");
    }

    @Test
    void everyRefusalSaysWhy() {
        String cart = shop().cartWith(Map.of(fresh(1), 1));
        assertThat(code(cart, "NOBODY-KNOWS").status()).isEqualTo(404);
        promotion("rich", "{\"code\":\"RICH\",\"title\":\"R\",\"kind\":\"PERCENT\",\"value\":10,\"atLeast\":9000000}");
        promotion("alone", "{\"code\":\"ALONE\",\"title\":\"A\",\"kind\":\"AMOUNT\",\"value\":1,\"combines\":false}");
        promotion("beside", "{\"code\":\"BESIDE\",\"title\":\"B\",\"kind\":\"AMOUNT\",\"value\":1}");
        code(cart, "rich");
        code(cart, "alone");
        JsonNode answer = code(cart, "beside").body();
        assertThat(answer.at("/refusals/0/text").asString()).contains("€90,000.00", "are missing");
        assertThat(answer.at("/refusals/1/reason").asString()).isEqualTo("does-not-combine");
        assertThat(answer.get("discounts")).hasSize(1);
    }

    @Test
    void theLastUseIsGivenOnce() throws Exception {
        promotion(
                "last-one", "{\"code\":\"LAST-ONE\",\"title\":\"L\",\"kind\":\"AMOUNT\",\"value\":100,\"mostUses\":1}");
        String sku = fresh(20);
        List<Integer> granted = atOnce(8, () -> {
            String cart = shop().cartWith(Map.of(sku, 1));
            code(cart, "LAST-ONE");
            JsonNode checkout = shop().startCheckout(cart).body();
            return checkout.at("/totals/discounts").size();
        });
        assertThat(granted).containsOnly(0, 1);
        assertThat(granted.stream().mapToInt(Integer::intValue).sum()).isEqualTo(1);
    }

    @Test
    void oneCustomerUsesItOnce() {
        promotion(
                "once-each",
                "{\"code\":\"ONCE\",\"title\":\"Once each\",\"kind\":\"AMOUNT\",\"value\":100,\"mostPerCustomer\":1}");
        assertThat(detailsWith("ONCE", "twice@example.org").status()).isEqualTo(200);
        ShopClient.Answer second = detailsWith("ONCE", "Twice@example.org");
        assertThat(second.status()).isEqualTo(422);
        assertThat(second.body().at("/errors/0/message").asString()).contains("Once each", "used with this address");
        assertThat(detailsWith("ONCE", "other@example.org").status()).isEqualTo(200);
        assertThat(shop().admin("GET", "/promotions/uses", "")
                        .body()
                        .path("once-each")
                        .asInt())
                .as("how often staff see it was used")
                .isEqualTo(2);
    }

    @Test
    void theCartPageTakesCodesWithoutScript() {
        String cart = shop().cartWith(Map.of(fresh(1), 1));
        Map<String, String> mine = Map.of("Cookie", cookie(cart));
        String form = "application/x-www-form-urlencoded";
        String wrong = shop().send("POST", "/cart/codes", form, "code=%3Cb%3Enone%3C%2Fb%3E", mine)
                .body();
        assertThat(wrong).contains("There is no code", "&lt;b&gt;none").doesNotContain("<b>none");
        assertThat(shop().send("POST", "/cart/codes", form, "code=postfree", mine)
                        .statusCode())
                .isEqualTo(303);
        assertThat(shop().send("GET", "/cart", form, "", mine).body()).contains("POSTFREE", "Free delivery");
        shop().send("POST", "/cart/codes/removal", form, "code=POSTFREE", mine);
        assertThat(shop().send("GET", "/cart", form, "", mine).body()).doesNotContain("POSTFREE");
    }

    @Test
    void staffAreToldWhatIsWrong() {
        assertThat(put("bad", "{\"title\":\"x\"}").status()).isEqualTo(422);
        assertThat(put("bad", "{\"title\":\"x\",\"kind\":\"PERCENT\",\"value\":0}")
                        .status())
                .isEqualTo(422);
        assertThat(put("bad", "{\"title\":\"x\",\"kind\":\"AMOUNT\",\"value\":-5}")
                        .status())
                .isEqualTo(422);
        assertThat(put("bad", "{\"title\":\"x\",\"kind\":\"AMOUNT\",\"value\":5,\"category\":\"no\"}")
                        .status())
                .isEqualTo(422);
        promotion("taken", "{\"code\":\"TAKEN\",\"title\":\"x\",\"kind\":\"FREE_DELIVERY\"}");
        assertThat(put("other", "{\"code\":\"taken\",\"title\":\"x\",\"kind\":\"FREE_DELIVERY\"}")
                        .status())
                .isEqualTo(422);
    }

    private ShopClient.Answer detailsWith(String code, String email) {
        String cart = shop().cartWith(Map.of(fresh(1), 1));
        code(cart, code);
        String id = shop().startCheckout(cart).body().get("id").asString();
        ShopClient.Answer answer = shop().put("/checkouts/" + id, ShopClient.MARA.formatted(email));
        if (answer.status() == 200) {
            assertThat(shop().place(id).status()).isEqualTo(201);
        }
        return answer;
    }

    private ShopClient.Answer code(String cart, String code) {
        return shop().put("/carts/" + cart + "/codes/" + code, "");
    }

    private ShopClient.Answer put(String id, String body) {
        return shop().admin("PUT", "/promotions/" + id, body);
    }

    private void promotion(String id, String body) {
        ShopClient.Answer answer = put(id, body);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    }

    private static String cookie(String cart) {
        return "cart=" + cart;
    }
}
