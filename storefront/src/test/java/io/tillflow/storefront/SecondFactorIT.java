package io.tillflow.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SecondFactorIT extends AccountTest {
    private static final Pattern SECRET = Pattern.compile("name=\"secret\" value=\"([A-Z2-7]{32})\"");
    private static final Pattern SPARE = Pattern.compile("<li>([a-z2-7]{12})</li>");

    @Test
    void signingInTakesACodeThatWorksOnce() {
        String email = somebody();
        TestBrowser browser = browser();
        join(browser, email);
        String secret = secret(browser);
        Map<String, String> wrong = Map.of("secret", secret, "code", "000000", "password", PASSWORD);
        assertThat(browser.submit("/account/second-factor", wrong).body())
                .contains("That isn’t the code of this moment.", secret);
        String spare = first(SPARE, switchOn(browser, secret).body());

        clock.forward(Duration.ofMinutes(2));
        TestBrowser phone = browser();
        assertThat(TestBrowser.target(signIn(phone, email, PASSWORD))).startsWith("/account/code");
        assertThat(phone.page("/account").statusCode()).isEqualTo(303);
        TestBrowser cheat = browser();
        cheat.cookies().put("session", String.valueOf(phone.cookies().get("signing-in")));
        assertThat(cheat.page("/account").statusCode()).isEqualTo(303);
        String code = code(secret);
        assertThat(enter(phone, code)).isEqualTo(303);
        assertThat(phone.page("/account").statusCode()).isEqualTo(200);

        TestBrowser again = browser();
        signIn(again, email, PASSWORD);
        assertThat(enter(again, code)).isEqualTo(422);
        assertThat(enter(again, spare)).isEqualTo(303);
        TestBrowser used = browser();
        signIn(used, email, PASSWORD);
        assertThat(enter(used, spare)).isEqualTo(422);
    }

    @Test
    void fewCodesMayBeTriedAndItCanBeSwitchedOff() {
        String email = somebody();
        TestBrowser browser = browser();
        join(browser, email);
        String secret = secret(browser);
        switchOn(browser, secret);
        clock.forward(Duration.ofMinutes(2));
        TestBrowser phone = browser();
        signIn(phone, email, PASSWORD);
        for (int i = 0; i < 5; i++) {
            assertThat(enter(phone, "12345")).isEqualTo(422);
        }
        assertThat(enter(phone, code(secret))).isEqualTo(429);

        browser.submit("/account/second-factor/off", Map.of("password", PASSWORD));
        assertThat(TestBrowser.target(signIn(browser(), email, PASSWORD))).isEqualTo("/account");
    }

    @Test
    void newSpareCodesReplaceTheOldOnes() {
        String email = somebody();
        TestBrowser browser = browser();
        join(browser, email);
        String old = first(SPARE, switchOn(browser, secret(browser)).body());
        assertThat(browser.submit("/account/second-factor/spares", Map.of("password.spares", "a guess of mine"))
                        .body())
                .contains("That isn’t your password.")
                .doesNotContainPattern(SPARE);
        String fresh = first(
                SPARE,
                browser.submit("/account/second-factor/spares", Map.of("password.spares", PASSWORD))
                        .body());
        TestBrowser phone = browser();
        signIn(phone, email, PASSWORD);
        assertThat(enter(phone, old)).isEqualTo(422);
        assertThat(enter(phone, fresh)).isEqualTo(303);
    }

    @Test
    void aSignInWaitingForACodeWhileItIsSwitchedOffIsNotLetIn() {
        String email = somebody();
        TestBrowser browser = browser();
        join(browser, email);
        switchOn(browser, secret(browser));
        TestBrowser phone = browser();
        signIn(phone, email, PASSWORD);
        browser.submit("/account/second-factor/off", Map.of("password", PASSWORD));
        assertThat(enter(phone, "123456")).isEqualTo(422);
    }

    private static int enter(TestBrowser browser, String code) {
        return browser.submit("/account/code", Map.of("code", code, "next", "/account"))
                .statusCode();
    }

    private String secret(TestBrowser browser) {
        return first(SECRET, browser.page("/account/second-factor").body());
    }

    private HttpResponse<String> switchOn(TestBrowser browser, String secret) {
        Map<String, String> typed = Map.of("secret", secret, "code", code(secret), "password", PASSWORD);
        HttpResponse<String> on = browser.submit("/account/second-factor", typed);
        assertThat(on.body()).contains("It is on.");
        return on;
    }

    private static String first(Pattern pattern, String html) {
        Matcher matcher = pattern.matcher(html);
        assertThat(matcher.find()).as(html).isTrue();
        return matcher.group(1);
    }
}
