package io.tillflow.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What staff see of the people who buy. */
class CustomerIT extends ShopTest {
    @Test
    void aCustomerIsFoundByAddressAndNameWithAllThatHappened() {
        String email = "kaia." + UUID.randomUUID().toString().substring(0, 8) + "@example.org";
        String order = buy(email);
        shop().admin(
                        "POST",
                        "/orders/" + order + "/notes",
                        "{\"id\":\"" + UUID.randomUUID() + "\",\"text\":\"rings twice\",\"by\":\"ida\"}");
        shop().service("PUT", order, "/state", "{\"state\":\"CANCELLED\",\"reason\":\"SHOPPER\"}");
        buy(email);

        JsonNode found = list("q=" + email.substring(0, 12).toUpperCase(java.util.Locale.ROOT));
        assertThat(found).hasSize(1);
        JsonNode kaia = found.get(0);
        assertThat(kaia.path("name").asString()).isEqualTo("Mara Lindqvist");
        assertThat(kaia.path("orders").asInt()).isEqualTo(1);
        assertThat(kaia.path("account").asBoolean()).isFalse();
        assertThat(list("q=100%25_")).isEmpty();

        JsonNode known = shop().admin("GET", "/customers/" + kaia.path("id").asString(), "")
                .body();
        assertThat(known.path("timeline")
                        .valueStream()
                        .map(it -> it.path("kind").asString()))
                .containsExactlyInAnyOrder("ORDER", "ORDER", "NOTE", "STATE");
        assertThat(known.toString()).contains("rings twice", "SHOPPER");
        assertThat(known.path("timeline").get(0).path("kind").asString()).isEqualTo("ORDER");
    }

    @Test
    void nobodyElseSeesThemAndPagesFollowEachOther() {
        buy("a." + UUID.randomUUID() + "@example.org");
        buy("b." + UUID.randomUUID() + "@example.org");
        assertThat(shop().get("/admin/customers").status()).isEqualTo(401);
        assertThat(shop().admin("GET", "/customers/" + UUID.randomUUID(), "").status())
                .isEqualTo(404);
        JsonNode first = shop().admin("GET", "/customers?limit=1", "").body();
        JsonNode second = shop().admin(
                        "GET", "/customers?limit=1&after=" + first.path("next").asString(), "")
                .body();
        assertThat(second.path("items").get(0).path("email").asString())
                .isGreaterThan(first.path("items").get(0).path("email").asString());
    }

    private JsonNode list(String query) {
        return shop().admin("GET", "/customers?" + query, "").body().path("items");
    }

    private String buy(String email) {
        ShopClient.Answer placed = shop().place(shop().readyCheckout(Map.of(fresh(1), 1), email));
        return placed.body().get("orderId").asString();
    }
}
