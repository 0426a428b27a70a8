package io.tillflow.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** What the tests of accounts do again and again. */
abstract class AccountTest extends ShopTest {
    static final String PASSWORD = "seven grey herons";
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    TestBrowser browser() {
        return new TestBrowser(shop());
    }

    static String somebody() {
        return "somebody" + PEOPLE.incrementAndGet() + "@example.org";
    }

    /** The page that the latest letter of this kind to an address leads to. */
    String link(String email, String kind) {
        UUID letter = jdbc.sql("""
                select id from account_letter where email = :email and kind = :kind
                order by asked_at desc limit 1""")
                .param("email", email)
                .param("kind", kind)
                .query(UUID.class)
                .single();
        return facts(letter).body().get("path").asString();
    }

    ShopClient.Answer facts(UUID letter) {
        return shop().call(
                        "GET",
                        "/service/account-letters/" + letter,
                        "",
                        Map.of("Authorization", "Bearer " + ShopClient.TOKEN));
    }

    int letters(String email, String kind) {
        return jdbc.sql("select count(*) from account_letter where email = :email and kind = :kind")
                .param("email", email)
                .param("kind", kind)
                .query(Integer.class)
                .single();
    }

    /** Registers, answers the letter, and is signed in. */
    HttpResponse<String> join(TestBrowser browser, String email) {
        assertThat(browser.submit("/account/register", Map.of("email", email)).statusCode())
                .isEqualTo(200);
        HttpResponse<String> joined = browser.submit(link(email, "JOIN"), Map.of("name", "Mara", "password", PASSWORD));
        assertThat(joined.statusCode()).isEqualTo(303);
        return joined;
    }

    static HttpResponse<String> signIn(TestBrowser browser, String email, String password) {
        return browser.submit("/account/sign-in", Map.of("email", email, "password", password, "next", "/account"));
    }
}
