package io.tillflow.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.storefront.events.EventLog;
import io.tillflow.storefront.events.EventWeeks;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class EventIT extends AccountTest {
    @Autowired
    EventLog events;

    @Autowired
    EventWeeks weeks;

    @Test
    void nothingIsKeptOfWhoDidNotAgree() {
        TestBrowser browser = browser();
        events.flush();
        int before = all();
        browser.page("/");
        browser.page("/p/tarn-table-lamp");
        browser.page("/search?q=lamp");
        TestBrowser signedIn = browser();
        join(signedIn, somebody());
        signedIn.page("/p/tarn-table-lamp");
        events.flush();
        assertThat(all()).isEqualTo(before);
        assertThat(browser.cookies()).isEmpty();
        assertThat(browser.page("/").body()).contains("What everyone is buying").doesNotContain("Picked for you");
    }

    @Test
    void whoAgreesSeesWhatSuitsThemWithTheReasonAndSwitchesItOff() {
        TestBrowser browser = browser();
        browser.submit("/personal", Map.of("switched", "on"));
        UUID who = UUID.fromString(String.valueOf(browser.cookies().get("remember")));
        browser.page("/search?q=table+lamp");
        browser.page("/p/tarn-table-lamp");
        String sku = fresh(3);
        browser.submit("/cart/lines", Map.of("sku", sku, "quantity", "2"));
        events.flush();
        assertThat(kinds(who)).contains("page-view", "search", "product-view", "cart-change");
        assertThat(browser.page("/p/tarn-table-lamp").statusCode()).isEqualTo(200);
        assertThat(browser.page("/").body())
                .contains("Picked for you", "Why am I seeing this?", "You looked at", "Because you looked at");
        assertThat(browser.page("/c/lamps").statusCode()).isEqualTo(200);

        browser.submit("/personal", Map.of("switched", "off"));
        assertThat(kinds(who)).isEmpty();
        assertThat(browser.cookies()).doesNotContainKey("remember");
        assertThat(browser.page("/").body()).contains("What everyone is buying").doesNotContain("Picked for you");
    }

    @Test
    void aBoughtThingIsKeptOnceAndAnAccountTakesItsWordBack() {
        String email = somebody();
        TestBrowser browser = browser();
        join(browser, email);
        browser.submit("/account/consents", Map.of("personalisation", "1"));
        browser.submit("/cart/lines", Map.of("sku", fresh(2)));
        String checkout = TestBrowser.target(browser.submit("/checkout", Map.of()));
        Map<String, String> details = Map.of(
                "contact.email", email,
                "shipping.name", "Mara Lindqvist",
                "shipping.street", "Lange Straße 1",
                "shipping.postcode", "10243",
                "shipping.town", "Berlin",
                "shipping.country", "DE");
        browser.submit(checkout, details);
        clock.forward(Duration.ofMinutes(1));
        browser.submit(checkout, details);
        events.flush();
        UUID who = account(email);
        assertThat(kinds(who)).containsOnlyOnce("purchase").contains("checkout-step");
        assertThat(browser.page("/account/data.json").body()).contains("\"purchase\"");
        browser.submit("/account/consents", Map.of());
        events.flush();
        assertThat(kinds(who)).isEmpty();
    }

    @Test
    void eachPageTellsHowLongItsPersonalRowsTook() {
        TestBrowser browser = browser();
        browser.submit("/personal", Map.of("switched", "on"));
        browser.page("/p/tarn-table-lamp");
        for (String page : List.of("/", "/c/lamps", "/p/tarn-table-lamp", "/search?q=lamp", "/cart")) {
            assertThat(browser.page(page).headers().firstValue("Server-Timing"))
                    .as(page)
                    .hasValueSatisfying(told -> assertThat(told).matches("rows;dur=\\d+\\.\\d{3}"));
        }
    }

    @Test
    void thatSomebodyWroteIsKeptAndNotWhat() {
        TestBrowser browser = browser();
        browser.submit("/personal", Map.of("switched", "on"));
        UUID who = UUID.fromString(String.valueOf(browser.cookies().get("remember")));
        ShopClient.Answer placed = shop().place(shop().readyCheckout(Map.of(fresh(1), 1), "w@example.org"));
        String path = "/orders/" + placed.body().get("orderId").asString() + "/support";
        String token = placed.body().get("token").asString();
        browser.submit(path, Map.of("token", token, "id", UUID.randomUUID().toString(), "text", "Is it blue?"));
        events.flush();
        assertThat(kinds(who)).contains("message");
        assertThat(jdbc.sql("select data::text from shopper_event where visitor = :who and kind = 'message'")
                        .param("who", who)
                        .query(String.class)
                        .single())
                .doesNotContain("blue");
    }

    @Test
    void weeksThatAreOldEnoughAreDropped() {
        TestBrowser browser = browser();
        browser.submit("/personal", Map.of("switched", "on"));
        browser.page("/p/tarn-table-lamp");
        events.flush();
        UUID who = UUID.fromString(String.valueOf(browser.cookies().get("remember")));
        assertThat(kinds(who)).isNotEmpty();
        clock.forward(Duration.ofDays(80));
        weeks.forget();
        assertThat(kinds(who)).isNotEmpty();
        clock.forward(Duration.ofDays(20));
        assertThat(weeks.forget()).isPositive();
        assertThat(kinds(who)).isEmpty();
        browser.page("/p/tarn-table-lamp");
        events.flush();
        assertThat(kinds(who)).isNotEmpty();
    }

    @Test
    void theAutomationHearsOfANewCustomer() {
        String email = somebody();
        TestBrowser browser = browser();
        join(browser, email);
        UUID account = account(email);
        Awaitility.await().until(() -> !sentFor(account.toString()).isEmpty());
        assertThat(sentFor(account.toString()).getFirst().toString())
                .contains("customer-registered")
                .doesNotContain(email);
    }

    private UUID account(String email) {
        return jdbc.sql("select id from account where email = :email")
                .param("email", email)
                .query(UUID.class)
                .single();
    }

    private List<String> kinds(UUID who) {
        return jdbc.sql("select kind from shopper_event where visitor = :who")
                .param("who", who)
                .query(String.class)
                .list();
    }

    private int all() {
        return jdbc.sql("select count(*) from shopper_event")
                .query(Integer.class)
                .single();
    }
}
