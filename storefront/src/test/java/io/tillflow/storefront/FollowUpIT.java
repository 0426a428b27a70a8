package io.tillflow.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Whoever wants no letters but those that their order needs says so once, with an account or without. */
class FollowUpIT extends AccountTest {
    @Test
    void aGuestStopsThemForEveryOrderOfTheirAddress() {
        String email = "guest-" + UUID.randomUUID() + "@example.org";
        String order = order(email);
        String later = order(email.toUpperCase(java.util.Locale.ROOT));
        String other = order(somebody());
        String stop = of(order).get("path").asString();
        assertThat(browser().page(stop).body()).contains("Stop these letters");
        assertThat(stopped(order)).as("looking changes nothing").isFalse();
        assertThat(browser().page(stop + "x").statusCode()).isEqualTo(404);
        assertThat(browser().submit(stop + "x", Map.of(), Map.of()).statusCode())
                .isEqualTo(404);
        assertThat(browser().page(stop.replace(order, other)).statusCode()).isEqualTo(404);
        assertThat(stopped(order)).isFalse();

        assertThat(browser()
                        .submit(stop, Map.of("List-Unsubscribe", "One-Click"), Map.of())
                        .statusCode())
                .isEqualTo(200);
        assertThat(stopped(order)).isTrue();
        assertThat(stopped(later)).isTrue();
        assertThat(stopped(order(email))).isTrue();
        assertThat(stopped(other)).isFalse();
        assertThat(browser().submit("/de" + stop, Map.of(), Map.of()).body())
                .contains("Du bekommst diese E-Mails nicht mehr");
    }

    @Test
    void anAccountAndItsLettersGoTogether() {
        TestBrowser browser = browser();
        String email = somebody();
        join(browser, email);
        String order = order(email);
        assertThat(stopped(order)).as("who never agreed has not refused either").isFalse();
        agrees(browser, true);
        assertThat(stopped(order)).isFalse();
        agrees(browser, false);
        assertThat(stopped(order)).as("taken back in the account").isTrue();
        agrees(browser, true);
        assertThat(stopped(order)).as("agreed to again").isFalse();

        browser().submit(of(order).get("path").asString(), Map.of("List-Unsubscribe", "One-Click"), Map.of());
        assertThat(stopped(order)).isTrue();
        assertThat(marketing(email)).isFalse();
        assertThat(browser.page("/account/data.json").body()).contains("noMoreLetters");
    }

    @Test
    void whatIsSaidInTheAccountHoldsForItsOrdersToAnotherAddress() {
        TestBrowser browser = browser();
        String email = somebody();
        join(browser, email);
        agrees(browser, true);
        String order = order(browser, somebody());
        assertThat(stopped(order)).isFalse();
        agrees(browser, false);
        assertThat(stopped(order)).as("taken back in the account").isTrue();
        agrees(browser, true);
        assertThat(stopped(order)).as("agreed to again").isFalse();
    }

    /** Its buyer wrote an address that may be somebody else's: who reads there stops what comes there, and nothing of the buyer's. */
    @Test
    void whoStopsThemAtAnotherAddressTakesBackNothingThatTheBuyerAgreedTo() {
        TestBrowser browser = browser();
        String email = somebody();
        join(browser, email);
        agrees(browser, true);
        String stranger = somebody();
        String order = order(browser, stranger);
        String own = order(email);
        browser().submit(of(order).get("path").asString(), Map.of("List-Unsubscribe", "One-Click"), Map.of());
        assertThat(stopped(order)).isTrue();
        assertThat(stopped(order(stranger)))
                .as("whoever orders for that address")
                .isTrue();
        assertThat(stopped(own)).as("at the account's own address").isFalse();
        assertThat(marketing(email)).as("reminders of its cart").isTrue();
    }

    @Test
    void whoEndsTheirAccountGetsNoneOfWhatIsStillUnderWay() {
        TestBrowser browser = browser();
        String email = somebody();
        join(browser, email);
        String order = order(email);
        String elsewhere = order(browser, somebody());
        assertThat(stopped(order)).isFalse();
        browser.submit("/account/deletion", Map.of("password", PASSWORD));
        assertThat(stopped(order)).isTrue();
        assertThat(stopped(elsewhere)).isTrue();
    }

    @Test
    void theLinkOfAnOrderThatWasForgottenSaysThatItStopsNothing() {
        TestBrowser browser = browser();
        String email = somebody();
        join(browser, email);
        String order = order(email);
        String stop = of(order).get("path").asString();
        shop().service("PUT", order, "/state", "{\"state\":\"CANCELLED\"}");
        browser.submit("/account/deletion", Map.of("password", PASSWORD));
        assertThat(stopped(order)).isTrue();
        assertThat(browser().page(stop).statusCode()).isEqualTo(404);
        assertThat(browser()
                        .submit(stop, Map.of("List-Unsubscribe", "One-Click"), Map.of())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void anOrderThatIsNotThereHasNone() {
        assertThat(shop().service("GET", UUID.randomUUID().toString(), "/letter-stop", "")
                        .status())
                .isEqualTo(404);
        assertThat(shop().get("/service/orders/" + UUID.randomUUID() + "/letter-stop")
                        .status())
                .isEqualTo(401);
    }

    private String order(String email) {
        return shop().place(shop().readyCheckout(Map.of(fresh(1), 1), email))
                .body()
                .get("orderId")
                .asString();
    }

    /** Of whoever is signed in. */
    private String order(TestBrowser browser, String email) {
        browser.submit("/cart/lines", Map.of("sku", fresh(1)));
        String checkout = TestBrowser.target(browser.submit("/checkout", Map.of()));
        assertThat(browser.submit(
                                checkout,
                                Map.of(
                                        "contact.email", email,
                                        "shipping.name", "Mara Lindqvist",
                                        "shipping.street", "Lange Straße 2",
                                        "shipping.postcode", "10243",
                                        "shipping.town", "Berlin",
                                        "shipping.country", "DE"))
                        .statusCode())
                .isEqualTo(303);
        return jdbc.sql("select id from orders where email = :email")
                .param("email", email)
                .query(String.class)
                .single();
    }

    private boolean marketing(String email) {
        return jdbc.sql("select marketing from account where email = :email")
                .param("email", email)
                .query(Boolean.class)
                .single();
    }

    private static void agrees(TestBrowser browser, boolean given) {
        browser.submit("/account/consents", given ? Map.of("marketing", "1") : Map.of());
    }

    private boolean stopped(String order) {
        return of(order).get("stopped").asBoolean();
    }

    private JsonNode of(String order) {
        ShopClient.Answer answer = shop().service("GET", order, "/letter-stop", "");
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }
}
