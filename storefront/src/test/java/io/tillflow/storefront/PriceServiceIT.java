package io.tillflow.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.storefront.prices.PlanPrices;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What a process reads and sets of prices. */
class PriceServiceIT extends ShopTest {
    private final AtomicInteger turn = new AtomicInteger();

    @Autowired
    private PlanPrices planning;

    @Test
    void aPriceHoldsAtOnceAndOnceForItsKeyUntilItsDaysAreOver() throws Exception {
        String sku = fresh(1);
        long before = now(sku).path("price").asLong();
        String lower = "{\"price\": " + (before - 300)
                + ", \"days\": 14, \"reason\": \"End of the season\", \"reasonDe\": \"Saisonende\"}";
        assertThat(atOnce(4, () -> set(sku, "one", lower))).containsOnly(204);
        assertThat(now(sku).path("price").asLong()).isEqualTo(before - 300);
        assertThat(now(sku).path("lowest").asLong()).isEqualTo(before - 300);
        Instant until = clock.instant().plus(Duration.ofDays(14));
        assertThat(Instant.parse(now(sku).path("until").asString())).isBetween(until.minusSeconds(600), until);
        assertThat(jdbc.sql(
                                "select reason || ' / ' || reason_de from price_change where sku = :sku and currency = 'EUR'")
                        .param("sku", sku)
                        .query(String.class)
                        .list())
                .containsExactly("End of the season / Saisonende");

        clock.forward(Duration.ofDays(15));
        planning.apply();
        assertThat(now(sku).path("price").asLong()).isEqualTo(before);
        assertThat(now(sku).path("lowest").asLong()).isEqualTo(before - 300);
        assertThat(set(sku, "one", lower)).isEqualTo(204);
        assertThat(now(sku).path("price").asLong()).isEqualTo(before);
        assertThat(now(sku).hasNonNull("until")).isFalse();

        clock.forward(Duration.ofDays(31));
        assertThat(now(sku).path("lowest").asLong()).isEqualTo(before);
    }

    @Test
    void onePriceAtATimeIsPlannedAndOneWithoutDaysStays() {
        String sku = fresh(1);
        long before = now(sku).path("price").asLong();
        assertThat(set(sku, "stays", "{\"price\": " + (before - 100) + "}")).isEqualTo(204);
        assertThat(set(sku, "for a week", "{\"price\": " + (before - 200) + ", \"days\": 7}"))
                .isEqualTo(204);
        assertThat(set(sku, "also", "{\"price\": " + (before - 250) + ", \"days\": 2}"))
                .isEqualTo(409);
        clock.forward(Duration.ofDays(8));
        planning.apply();
        assertThat(now(sku).path("price").asLong()).isEqualTo(before - 100);
    }

    @Test
    void aPriceThatBeginsWhereAnotherEndedTakesTheRegularOnesPlaceAlsoWhenNobodySweptBetween() {
        String sku = fresh(1);
        long regular = now(sku).path("price").asLong();
        String sale = "{\"price\": " + (regular - 300) + ", \"days\": 7}";
        assertThat(set(sku, "first", sale)).isEqualTo(204);
        clock.forward(Duration.ofDays(7).plusSeconds(1));
        assertThat(set(sku, "again", sale)).isEqualTo(204);
        planning.apply();
        assertThat(now(sku).path("price").asLong()).isEqualTo(regular - 300);
        clock.forward(Duration.ofDays(7).plusSeconds(1));
        assertThat(set(sku, "other", "{\"price\": " + (regular - 100) + ", \"days\": 7}"))
                .isEqualTo(204);
        clock.forward(Duration.ofDays(8));
        planning.apply();
        assertThat(now(sku).path("price").asLong()).isEqualTo(regular);
    }

    @Test
    void aKeyStandsForOnePriceOnly() throws Exception {
        String one = fresh(1);
        String two = fresh(1);
        assertThat(under("shared " + one, one, 900)).isEqualTo(204);
        assertThat(under("shared " + one, two, 900)).isEqualTo(422);
        assertThat(under("shared " + one, one, 800)).isEqualTo(422);
        assertThat(under("shared " + one, one, 900)).isEqualTo(204);
        String key = "at once " + one;
        String three = fresh(1);
        String four = fresh(1);
        assertThat(atOnce(2, () -> under(key, turn.getAndIncrement() == 0 ? three : four, 900)))
                .containsExactlyInAnyOrder(204, 422);
    }

    @Test
    void whatMakesNoSenseIsNamed() {
        String sku = fresh(1);
        assertThat(shop().automation("GET", "/prices/NOTHING", "").status()).isEqualTo(404);
        assertThat(set("NOTHING", "key", "{\"price\": 100}")).isEqualTo(404);
        assertThat(set(sku, "key", "{\"price\": 0}")).isEqualTo(422);
        assertThat(set(sku, "key", "{\"price\": 100, \"days\": 0}")).isEqualTo(422);
        assertThat(set(sku, "key", "{\"price\": 100, \"reason\": \"" + "x".repeat(161) + "\"}"))
                .isEqualTo(422);
        assertThat(set(sku, "key", "{\"price\": 100, \"reasonDe\": \"" + "x".repeat(161) + "\"}"))
                .isEqualTo(422);
        assertThat(set(sku, "", "{\"price\": 100}")).isEqualTo(400);
        assertThat(shop().get("/service/prices/" + sku).status()).isEqualTo(401);
    }

    private JsonNode now(String sku) {
        return shop().automation("GET", "/prices/" + sku, "").body();
    }

    private int under(String key, String sku, long price) {
        Map<String, String> headers = Map.of("Authorization", "Bearer " + ShopClient.TOKEN, "Idempotency-Key", key);
        return shop().call("POST", "/service/prices/" + sku, "{\"price\": " + price + "}", headers)
                .status();
    }

    private int set(String sku, String key, String price) {
        Map<String, String> headers = Map.of(
                "Authorization", "Bearer " + ShopClient.TOKEN, "Idempotency-Key", key.isEmpty() ? "" : sku + "/" + key);
        return shop().call("POST", "/service/prices/" + sku, price, headers).status();
    }
}
