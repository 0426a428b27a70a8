package io.tillflow.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.storefront.prices.PlanPrices;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Prices that begin and end by themselves. */
class PricePlanIT extends ShopTest {
    @Autowired
    private PlanPrices planning;

    @Test
    void aPriceBeginsAtItsTimeOnceAndTheOneBeforeComesBack() throws Exception {
        String sku = fresh(1);
        long price = price(sku);
        Instant from = clock.instant().plus(Duration.ofHours(1));
        Instant until = from.plus(Duration.ofHours(1));
        String asked = draft(UUID.randomUUID(), sku, price - 300, from, until);
        assertThat(post(asked).status()).isEqualTo(200);
        assertThat(post(asked).status()).isEqualTo(200);
        assertThat(plans(sku)).containsExactly("PLANNED");
        assertThat(post(draft(UUID.randomUUID(), sku, 1, from.plusSeconds(60), null))
                        .status())
                .isEqualTo(409);
        assertThat(post(draft(UUID.randomUUID(), sku, price - 100, until, null)).status())
                .isEqualTo(200);
        planning.apply();
        assertThat(price(sku)).isEqualTo(price);

        clock.forward(Duration.ofMinutes(61));
        atOnce(4, () -> planning.apply());
        assertThat(price(sku)).isEqualTo(price - 300);
        assertThat(changes(sku)).containsExactly(price + " > " + (price - 300) + " Wool week ida");

        clock.forward(Duration.ofHours(1));
        planning.apply();
        assertThat(changes(sku))
                .containsExactly(
                        price + " > " + (price - 300) + " Wool week ida",
                        (price - 300) + " > " + price + "  schedule",
                        price + " > " + (price - 100) + " Wool week ida");
        assertThat(plans(sku)).containsOnly("DONE");
    }

    @Test
    void aPriceThatSomebodySetMeanwhileStays() {
        String sku = fresh(1);
        long price = price(sku);
        Instant now = clock.instant();
        post(draft(UUID.randomUUID(), sku, price - 300, now, now.plus(Duration.ofHours(1))));
        planning.apply();
        shop().admin("PUT", "/prices/" + sku, "{\"price\":" + (price - 50) + "}");
        clock.forward(Duration.ofHours(2));
        planning.apply();
        assertThat(price(sku)).isEqualTo(price - 50);
        assertThat(plans(sku)).containsExactly("DONE");
    }

    @Test
    void oneThatRunsEndsWhenItIsCancelledAndOneThatDoesNotNeverBegins() {
        String sku = fresh(1);
        long price = price(sku);
        Instant now = clock.instant();
        UUID runs = UUID.randomUUID();
        UUID waits = UUID.randomUUID();
        post(draft(runs, sku, price - 300, now, now.plus(Duration.ofHours(1))));
        post(draft(waits, sku, price - 400, now.plus(Duration.ofHours(1)), null));
        planning.apply();
        assertThat(price(sku)).isEqualTo(price - 300);
        for (UUID id : List.of(runs, waits)) {
            assertThat(shop().admin("DELETE", "/price-plans/" + id, "").status())
                    .isEqualTo(200);
        }
        assertThat(price(sku)).isEqualTo(price);
        clock.forward(Duration.ofHours(3));
        planning.apply();
        assertThat(price(sku)).isEqualTo(price);
        assertThat(plans(sku)).containsOnly("CANCELLED");
    }

    @Test
    void aPriceInAnotherCurrencyHoldsForItsTimeAndFollowsTheRateAgain() throws Exception {
        String sku = fresh(1);
        long price = price(sku);
        long kronor = kronor(sku).path("price").asLong();
        Instant from = clock.instant().plus(Duration.ofHours(1));
        Instant until = from.plus(Duration.ofHours(1));
        String sek = draft(UUID.randomUUID(), sku, kronor - 1000, from, until)
                .replace("\"reason\"", "\"currency\":\"SEK\",\"reasonDe\":\"Wollwoche\",\"reason\"");
        assertThat(post(sek).status()).isEqualTo(200);
        assertThat(post(draft(UUID.randomUUID(), sku, price - 300, from, null)).status())
                .as("each currency has its plans")
                .isEqualTo(200);
        assertThat(post(sek.replaceFirst("\"id\":\"[^\"]+", "\"id\":\"" + UUID.randomUUID()))
                        .status())
                .isEqualTo(409);

        clock.forward(Duration.ofMinutes(61));
        atOnce(4, () -> planning.apply());
        assertThat(kronor(sku).path("price").asLong()).isEqualTo(kronor - 1000);
        assertThat(kronor(sku).path("fixed").asBoolean()).isTrue();
        assertThat(price(sku)).isEqualTo(price - 300);
        JsonNode told = shop().admin("GET", "/prices/" + sku + "/history?currency=SEK", "")
                .body()
                .get(0);
        assertThat(told.path("reasonDe").asString()).isEqualTo("Wollwoche");

        clock.forward(Duration.ofHours(1));
        planning.apply();
        assertThat(kronor(sku).path("fixed").asBoolean()).isFalse();
        assertThat(kronor(sku).path("price").asLong())
                .as("the rate of what it costs by now")
                .isNotEqualTo(kronor - 1000)
                .isLessThan(kronor);
        assertThat(post(sek.replace("SEK", "NOK").replaceFirst("\"id\":\"[^\"]+", "\"id\":\"" + UUID.randomUUID()))
                        .status())
                .as("the shop does not sell in it")
                .isEqualTo(404);
    }

    private JsonNode kronor(String sku) {
        return shop().admin("GET", "/prices/" + sku, "")
                .body()
                .valueStream()
                .filter(it -> it.path("currency").asString().equals("SEK"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatIsWrongIsSaid() {
        String sku = fresh(1);
        Instant now = clock.instant();
        assertThat(post(draft(UUID.randomUUID(), "NOTHING", 100, now, null)).status())
                .isEqualTo(404);
        assertThat(post(draft(UUID.randomUUID(), sku, 0, now, null)).status()).isEqualTo(422);
        assertThat(post(draft(UUID.randomUUID(), sku, 100, now, now)).status()).isEqualTo(422);
        assertThat(post(draft(UUID.randomUUID(), sku, 100, now.minusSeconds(60), now.minusSeconds(5)))
                        .status())
                .isEqualTo(409);
        assertThat(shop().admin("DELETE", "/price-plans/" + UUID.randomUUID(), "")
                        .status())
                .isEqualTo(404);
        assertThat(shop().get("/admin/price-plans").status()).isEqualTo(401);
    }

    private static String draft(UUID id, String sku, long price, Instant from, @Nullable Instant until) {
        return """
                {"id":"%s","sku":"%s","price":%d,"reason":"Wool week","by":"ida","startsAt":"%s"%s}""".formatted(id, sku, price, from, until == null ? "" : ",\"endsAt\":\"" + until + "\"");
    }

    private ShopClient.Answer post(String body) {
        return shop().admin("POST", "/price-plans", body);
    }

    private List<String> plans(String sku) {
        return shop().admin("GET", "/price-plans?sku=" + sku, "")
                .body()
                .valueStream()
                .map(plan -> plan.path("state").asString())
                .toList();
    }

    private long price(String sku) {
        return jdbc.sql("select price from variant where sku = :sku")
                .param("sku", sku)
                .query(Long.class)
                .single();
    }

    private List<String> changes(String sku) {
        return jdbc.sql("""
                select previous || ' > ' || price || ' ' || reason || ' ' || changed_by from price_change
                where sku = :sku and currency = 'EUR' order by id""").param("sku", sku).query(String.class).list();
    }
}
