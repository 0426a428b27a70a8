package io.tillflow.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Joining, signing in and getting back in, as a browser without a script does it. */
class AccountIT extends AccountTest {
    @Test
    void anAccountBeginsWithALetterThatIsAnswered() {
        TestBrowser browser = browser();
        String email = somebody();
        assertThat(browser.page("/account").statusCode()).isEqualTo(303);
        assertThat(browser.submit("/account/register", Map.of("email", "not an address"))
                        .body())
                .contains("That isn’t an e-mail address.", "value=\"not an address\"");
        assertThat(browser.submit("/account/register", Map.of("email", " " + email.toUpperCase(java.util.Locale.ROOT)))
                        .body())
                .contains("Look into your mailbox.", email);
        UUID letter = jdbc.sql("select id from account_letter where email = :email")
                .param("email", email)
                .query(UUID.class)
                .single();
        Awaitility.await().until(() -> !sentFor(letter.toString()).isEmpty());
        assertThat(sentFor(letter.toString()).getFirst().toString())
                .contains("account-letter-requested", "account-join")
                .doesNotContain(email);
        assertThat(facts(letter).body().get("email").asString()).isEqualTo(email);

        String link = link(email, "JOIN");
        assertThat(browser.page(link).body()).contains("Choose a password", email);
        assertThat(browser.page(link.substring(0, link.length() - 1) + "!").statusCode())
                .isEqualTo(410);
        assertThat(browser.submit(link, Map.of("password", "too short")).body())
                .contains("At least 10 characters, please");
        assertThat(browser.submit(link, Map.of("password", "aaaaaaaaaaaaaa")).body())
                .contains("first that somebody would guess");
        HttpResponse<String> joined = browser.submit(link, Map.of("name", "<b>Mara</b>", "password", PASSWORD));
        assertThat(joined.headers().allValues("set-cookie"))
                .anySatisfy(c -> assertThat(c).startsWith("session=").contains("HttpOnly", "Secure", "SameSite=Lax"));
        assertThat(browser.page("/account").body()).contains("Hello, &lt;b&gt;Mara", "None yet.", email);
        assertThat(browser.submit(link, Map.of("password", PASSWORD)).statusCode())
                .isEqualTo(410);
        assertThat(jdbc.sql("select password from account where email = :email")
                        .param("email", email)
                        .query(String.class)
                        .single())
                .startsWith("$argon2id$");
    }

    @Test
    void whetherAnAddressIsKnownIsTheReadersOfItsLettersToKnow() {
        String known = somebody();
        String unknown = somebody();
        join(browser(), known);
        for (String path : new String[] {"/account/register", "/account/forgotten"}) {
            String one = browser().submit(path, Map.of("email", known)).body();
            String other = browser().submit(path, Map.of("email", unknown)).body();
            assertThat(without(known, one)).isEqualTo(without(unknown, other));
        }
        assertThat(letters(known, "HAS_ACCOUNT")).isEqualTo(1);
        assertThat(letters(unknown, "NO_ACCOUNT")).isEqualTo(1);
        String one = signIn(browser(), known, "not the password").body();
        String other = signIn(browser(), unknown, "not the password").body();
        assertThat(without(known, one)).isEqualTo(without(unknown, other));
        assertThat(one).contains("don’t belong together").doesNotContain("not the password");
    }

    /** The page but for what differs with every address and moment. */
    private static String without(String email, String page) {
        return page.replace(email, "X").replaceAll("data-now=\"\\d+\"", "");
    }

    @Test
    void manyWrongPasswordsAtOnceLockTheAddressAndALetterOpensItAgain() throws Exception {
        String email = somebody();
        TestBrowser elsewhere = browser();
        join(elsewhere, email);
        long wrong = atOnce(
                        12, () -> signIn(browser(), email, "a guess of mine").statusCode())
                .stream()
                .filter(status -> status == 422)
                .count();
        assertThat(wrong).isEqualTo(5);
        assertThat(signIn(browser(), email, PASSWORD).body()).contains("Too many tries.");
        String nobody = somebody();
        for (int i = 0; i < 5; i++) {
            assertThat(signIn(browser(), nobody, "a guess").statusCode()).isEqualTo(422);
        }
        assertThat(signIn(browser(), nobody, "a guess").statusCode()).isEqualTo(429);

        TestBrowser browser = browser();
        browser.submit("/account/forgotten", Map.of("email", email));
        String link = link(email, "RESET");
        assertThat(browser.page(link).body()).contains("Choose a new password");
        assertThat(TestBrowser.target(browser.submit(link, Map.of("password", "nine tall poplars"))))
                .isEqualTo("/account/sign-in");
        assertThat(browser.submit(link, Map.of("password", "nine tall poplars")).statusCode())
                .isEqualTo(410);
        assertThat(elsewhere.page("/account").statusCode()).isEqualTo(303);
        assertThat(signIn(browser, email, PASSWORD).statusCode()).isEqualTo(422);
        assertThat(signIn(browser, email, "nine tall poplars").statusCode()).isEqualTo(303);
        assertThat(letters(email, "PASSWORD_CHANGED")).isEqualTo(1);
    }

    @Test
    void aLinkWorksForTwoHours() {
        String email = somebody();
        browser().submit("/account/register", Map.of("email", email));
        String link = link(email, "JOIN");
        UUID letter = UUID.fromString(link.split("/")[3]);
        clock.forward(Duration.ofMinutes(121));
        assertThat(browser().submit(link, Map.of("password", PASSWORD)).statusCode())
                .isEqualTo(410);
        assertThat(facts(letter).status()).isEqualTo(410);
        assertThat(browser().page("/account/join/" + UUID.randomUUID() + "/x").statusCode())
                .isEqualTo(410);
    }

    @Test
    void nobodyIsFloodedWithLetters() {
        String email = somebody();
        for (int i = 0; i < 8; i++) {
            assertThat(browser()
                            .submit("/account/register", Map.of("email", email))
                            .statusCode())
                    .isEqualTo(200);
        }
        assertThat(letters(email, "JOIN")).isEqualTo(5);
    }

    @Test
    void aSessionIsNewWithEverySignInAndCannotBeGiven() {
        String email = somebody();
        TestBrowser browser = browser();
        join(browser, email);
        String first = browser.cookies().get("session");
        signIn(browser, email, PASSWORD);
        String second = browser.cookies().get("session");
        assertThat(second).isNotEqualTo(first);
        TestBrowser given = browser();
        given.cookies().put("session", String.valueOf(first));
        assertThat(given.page("/account").statusCode()).isEqualTo(303);
        TestBrowser made = browser();
        made.cookies().put("session", "chosen-by-somebody-else");
        signIn(made, email, PASSWORD);
        assertThat(made.cookies().get("session")).isNotEqualTo("chosen-by-somebody-else");

        assertThat(TestBrowser.target(browser.submit("/account/sign-out", Map.of())))
                .isEqualTo("/");
        assertThat(browser.cookies()).doesNotContainKeys("session", "cart");
        TestBrowser stolen = browser();
        stolen.cookies().put("session", String.valueOf(second));
        assertThat(stolen.page("/account").statusCode()).isEqualTo(303);
        clock.forward(Duration.ofDays(15));
        assertThat(made.page("/account").statusCode()).isEqualTo(303);
    }

    @Test
    void formsOfOtherSitesAndSilentOnesAreRefused() {
        TestBrowser browser = browser();
        join(browser, somebody());
        Map<String, String> fields = Map.of("name", "Somebody else");
        for (Map<String, String> from : java.util.List.of(
                Map.<String, String>of(),
                Map.of("Origin", "https://evil.example"),
                Map.of("Sec-Fetch-Site", "cross-site"))) {
            assertThat(browser.submit("/account/name", fields, from).statusCode())
                    .as("%s", from)
                    .isEqualTo(403);
            assertThat(browser.submit("/cart/lines", Map.of("sku", "X"), from).statusCode())
                    .as("%s", from)
                    .isEqualTo(403);
        }
        assertThat(browser.page("/account").body()).doesNotContain("Somebody else");
        for (String next : new String[] {"//evil.example", "https://evil.example", "/\\\\evil.example"}) {
            assertThat(TestBrowser.target(signedInWith(next))).isEqualTo("/account");
        }
    }

    private HttpResponse<String> signedInWith(String next) {
        String email = somebody();
        join(browser(), email);
        return browser().submit("/account/sign-in", Map.of("email", email, "password", PASSWORD, "next", next));
    }
}
