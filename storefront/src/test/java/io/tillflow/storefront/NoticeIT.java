package io.tillflow.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What processes tell shoppers in the shop itself. */
class NoticeIT extends AccountTest {
    @Test
    void aNoticeAboutAnOrderStandsOnItsPageOnceHoweverOftenItIsTold() {
        ShopClient.Answer placed = shop().place(shop().readyCheckout(Map.of(fresh(1), 1), "n@example.org"));
        String order = placed.body().get("orderId").asString();
        String page =
                "/orders/" + order + "?token=" + placed.body().get("token").asString();
        assertThat(tell("one", about(order, "Packed <b>with care</b>."))).isEqualTo(204);
        assertThat(tell("one", about(order, "Packed <b>with care</b>."))).isEqualTo(204);
        assertThat(browser().page(page).body())
                .contains("News for you")
                .containsOnlyOnce("Packed &lt;b&gt;with care&lt;/b&gt;.")
                .doesNotContain("Got it");
        assertThat(browser().page("/").body()).doesNotContain("News for you");
    }

    @Test
    void whoeverHasAnAccountReadsItThereUntilTheyPutItAway() {
        TestBrowser browser = browser();
        TestBrowser stranger = browser();
        String email = somebody();
        join(browser, email);
        join(stranger, somebody());
        assertThat(tell("to " + email, "{\"accountId\": \"" + account(email) + "\", \"text\": \"Your lamp is back.\"}"))
                .isEqualTo(204);
        assertThat(browser.page("/").body()).contains("News for you", "Your lamp is back.");
        assertThat(browser.page("/account").body()).contains("Your lamp is back.", "Got it");
        assertThat(browser.page("/de/account").body()).contains("Neues für dich", "Verstanden");
        assertThat(browser.page("/account/data.json").body()).contains("notices", "Your lamp is back.");
        assertThat(stranger.page("/account").body()).doesNotContain("Your lamp is back.");

        String away = "/account/notices/" + notice(email) + "/away";
        stranger.submit(away, Map.of());
        assertThat(browser.page("/account").body()).contains("Your lamp is back.");
        assertThat(browser.submit(away, Map.of()).statusCode()).isEqualTo(303);
        assertThat(browser.page("/account").body()).doesNotContain("Your lamp is back.");
        assertThat(browser.page("/").body()).doesNotContain("Your lamp is back.");
    }

    @Test
    void whatMakesNoSenseIsNamed() {
        String gone = UUID.randomUUID().toString();
        assertThat(tell("gone", about(gone, "Hello."))).isEqualTo(410);
        assertThat(tell("gone", "{\"accountId\": \"" + gone + "\", \"text\": \"Hello.\"}"))
                .isEqualTo(410);
        assertThat(tell("none", "{\"text\": \"Hello.\"}")).isEqualTo(422);
        assertThat(tell("empty", about(gone, " "))).isEqualTo(422);
        assertThat(tell("long", about(gone, "x".repeat(501)))).isEqualTo(422);
        assertThat(tell("", about(gone, "Hello."))).isEqualTo(400);
        assertThat(shop().call("POST", "/service/notices", about(gone, "Hello."), Map.of("Idempotency-Key", "x"))
                        .status())
                .isEqualTo(401);
    }

    private static String about(String order, String text) {
        return "{\"orderId\": \"" + order + "\", \"text\": \"" + text + "\"}";
    }

    private int tell(String key, String body) {
        return shop().call(
                        "POST",
                        "/service/notices",
                        body,
                        Map.of("Authorization", "Bearer " + ShopClient.TOKEN, "Idempotency-Key", key))
                .status();
    }

    private UUID account(String email) {
        return jdbc.sql("select id from account where email = :email")
                .param("email", email)
                .query(UUID.class)
                .single();
    }

    private UUID notice(String email) {
        return jdbc.sql("select id from notice where account_id = :account")
                .param("account", account(email))
                .query(UUID.class)
                .single();
    }
}
