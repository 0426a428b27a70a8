package io.tillflow.storefront;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillflow.storefront.personal.Rhythms;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class AgainIT extends AccountTest {
    private static final String HEADING = "You may need again";

    private static final Set<String> TAKEN = new HashSet<>();

    @Autowired
    Rhythms rhythms;

    @Test
    void whoAgreedIsToldOfWhatTheyHaveUsedUpAndBuysItWithOneTap() {
        Thing soap = thing();
        Thing chair = thing();
        othersBuy(soap, 30, 0.1);
        othersBuyByChance(chair);
        String email = somebody();
        bought(email, soap, 62);
        bought(email, soap, 31);
        bought(email, chair, 31);
        rhythms.read();
        TestBrowser browser = browser();
        join(browser, email);
        assertThat(browser.page("/").body()).doesNotContain(HEADING);

        browser.submit("/account/consents", Map.of("personalisation", "1"));
        assertThat(browser.page("/").body())
                .contains(HEADING, "wanted again after about 4 weeks", "value=\"" + soap.sku() + "\"")
                .doesNotContain("value=\"" + chair.sku() + "\"");
        assertThat(browser.page("/de/").body()).contains("meist nach etwa 4 Wochen");
        assertThat(browser.page("/cart").body()).contains(HEADING);

        browser.submit("/cart/lines", Map.of("sku", soap.sku()));
        assertThat(browser.page("/cart").body()).contains(soap.sku()).doesNotContain(HEADING);
    }

    @Test
    void nobodyIsToldTooSoonNorForEver() {
        Thing soap = thing();
        othersBuy(soap, 30, 0.1);
        String justNow = somebody();
        String longAgo = somebody();
        bought(justNow, soap, 5);
        bought(longAgo, soap, 90);
        rhythms.read();
        for (String email : List.of(justNow, longAgo)) {
            TestBrowser browser = browser();
            join(browser, email);
            browser.submit("/account/consents", Map.of("personalisation", "1"));
            assertThat(browser.page("/").body()).doesNotContain(HEADING);
        }
    }

    @Test
    void whatIsSoldOutOrFewCameBackForIsNotShown() {
        Thing gone = thing();
        Thing rare = thing();
        othersBuy(gone, 30, 0.1);
        for (int i = 0; i < 9; i++) {
            String email = somebody();
            bought(email, rare, 60);
            bought(email, rare, 30);
        }
        String email = somebody();
        bought(email, gone, 30);
        bought(email, rare, 30);
        shop().admin("PUT", "/stock/" + gone.sku(), "{\"onHand\":0}");
        rhythms.read();
        TestBrowser browser = browser();
        join(browser, email);
        browser.submit("/account/consents", Map.of("personalisation", "1"));
        await().untilAsserted(() -> assertThat(browser.page("/").body()).doesNotContain(HEADING));
    }

    /** Other tests count past orders. */
    @AfterEach
    void forget() {
        jdbc.sql("delete from past_order where number like 'again %'").update();
    }

    private record Thing(String product, String sku) {}

    /** Of a product that no other test has taken. */
    private Thing thing() {
        while (true) {
            String sku = fresh(5);
            String product = jdbc.sql("select product from variant where sku = :sku")
                    .param("sku", sku)
                    .query(String.class)
                    .single();
            if (TAKEN.add(product)) {
                return new Thing(product, sku);
            }
        }
    }

    private void othersBuy(Thing thing, int days, double spread) {
        Random random = new Random(3);
        for (int i = 0; i < 20; i++) {
            String email = somebody();
            double ago = 200 + 10 * random.nextDouble();
            while (ago > 100) {
                bought(email, thing, (int) ago);
                ago -= days * (1 + spread * random.nextGaussian());
            }
        }
    }

    private void othersBuyByChance(Thing thing) {
        Random random = new Random(4);
        for (int i = 0; i < 30; i++) {
            String email = somebody();
            bought(email, thing, 300);
            bought(email, thing, 300 - 1 - (int) Math.min(290, -40 * Math.log(random.nextDouble())));
        }
    }

    private void bought(String email, Thing thing, int daysAgo) {
        Instant at = clock.instant().minus(Duration.ofDays(daysAgo));
        jdbc.sql("""
                insert into past_order (number, email, currency, total, placed_at, lines)
                values (:number, :email, 'EUR', 100, cast(:at as timestamptz), cast(:lines as jsonb))""")
                .param("number", "again " + UUID.randomUUID())
                .param("email", email)
                .param("at", at.toString())
                .param("lines", "[{\"sku\":\"" + thing.sku() + "\",\"quantity\":1,\"price\":100}]")
                .update();
    }
}
