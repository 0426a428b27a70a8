package io.tillflow.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.http.HttpResponse;
import java.security.InvalidKeyException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

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

    /** What a device that has this secret shows now. */
    String code(String secret) {
        TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator();
        SecretKeySpec key = new SecretKeySpec(new Base32().decode(secret), generator.getAlgorithm());
        try {
            return generator.generateOneTimePasswordString(key, clock.instant(), Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A call of a program with the token of a sign-in. */
    ShopClient.Answer my(String method, String path, String body, String token) {
        return shop().call(method, "/account" + path, body, Map.of("Authorization", "Bearer " + token));
    }

    /** What answers a letter: the last two parts of its link, and what else is typed. */
    String typed(String link, Map<String, String> fields) {
        String[] parts = link.split("/");
        Map<String, String> typed = new HashMap<>(fields);
        typed.put("letter", parts[parts.length - 2]);
        typed.put("key", parts[parts.length - 1]);
        return json.writeValueAsString(typed);
    }

    ShopClient.Answer joins(String email, String password) {
        return shop().post("/account", typed(link(email, "JOIN"), Map.of("password", password)));
    }

    String joined(String email) {
        shop().post("/account/registrations", asked(email));
        return joins(email, PASSWORD).body().path("token").asString();
    }

    ShopClient.Answer session(String email, String password) {
        return shop().post("/account/sessions", json.writeValueAsString(Map.of("email", email, "password", password)));
    }

    String signedIn(String email) {
        ShopClient.Answer in = session(email, PASSWORD);
        assertThat(in.status()).isEqualTo(201);
        return in.body().path("token").asString();
    }

    ShopClient.Answer another(String email, String password, String token) {
        return my(
                "POST", "/email-changes", json.writeValueAsString(Map.of("email", email, "password", password)), token);
    }

    static String asked(String email) {
        return "{\"email\":\"" + email + "\"}";
    }
}
