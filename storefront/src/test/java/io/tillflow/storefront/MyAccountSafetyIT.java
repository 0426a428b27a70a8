package io.tillflow.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Password and e-mail address of an account as a shop with pages of its own changes them, and who is kept out. */
class MyAccountSafetyIT extends AccountTest {
    private static final String NEXT = "nine tall poplars";

    @Test
    void aForgottenPasswordIsReplacedByWhoReadsTheLetter() {
        String email = somebody();
        String token = joined(email);
        assertThat(shop().post("/account/password-resets", "{\"email\":\"no address\"}")
                        .body()
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("email");
        String nobody = somebody();
        for (String asking : new String[] {email, nobody}) {
            ShopClient.Answer asked = shop().post("/account/password-resets", asked(asking));
            assertThat(asked.status()).as("nothing tells who has an account").isEqualTo(202);
            assertThat(asked.body()).isEmpty();
        }
        assertThat(letters(nobody, "NO_ACCOUNT")).isEqualTo(1);

        assertThat(reset(email, "too short").body().at("/errors/0/field").asString())
                .isEqualTo("password");
        assertThat(shop().post("/account/password-resets/answer", link(UUID.randomUUID(), "made-up"))
                        .status())
                .isEqualTo(410);
        assertThat(shop().post("/account/password-resets/answer", "{}")
                        .body()
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("letter");
        assertThat(my("GET", "", "", token).status())
                .as("not used up by a wrong try")
                .isEqualTo(200);
        assertThat(reset(email, NEXT).status()).isEqualTo(204);
        assertThat(reset(email, NEXT).status()).as("used").isEqualTo(410);
        assertThat(my("GET", "", "", token).status()).as("every session ends").isEqualTo(401);
        assertThat(session(email, PASSWORD).status()).isEqualTo(401);
        assertThat(session(email, NEXT).status()).isEqualTo(201);
        assertThat(letters(email, "PASSWORD_CHANGED")).isEqualTo(1);
    }

    @Test
    void aLinkForOneThingDoesNotDoAnother() {
        String email = somebody();
        shop().post("/account/registrations", asked(email));
        String join = typed(link(email, "JOIN"), Map.of("password", NEXT));
        assertThat(shop().post("/account/password-resets/answer", join).status())
                .isEqualTo(410);
        assertThat(shop().post("/account/email-changes/answer", join).status()).isEqualTo(410);
        assertThat(shop().post("/account", join).status()).isEqualTo(201);
    }

    @Test
    void aNewPasswordEndsEverySessionButTheOneItAnswers() {
        String email = somebody();
        String token = joined(email);
        String phone = signedIn(email);
        TestBrowser browser = browser();
        signIn(browser, email, PASSWORD);
        assertThat(changed(PASSWORD, "1234567890", token)
                        .body()
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("newPassword");
        JsonNode wrong = changed("a guess of mine", NEXT, token).body();
        assertThat(wrong.at("/errors/0/field").asString()).isEqualTo("password");
        assertThat(wrong.at("/errors/0/message").asString()).isEqualTo("That isn’t your password.");
        ShopClient.Answer changed = changed(PASSWORD, NEXT, token);
        assertThat(changed.status()).isEqualTo(200);
        String fresh = changed.body().path("token").asString();
        assertThat(my("GET", "", "", fresh).body().path("email").asString()).isEqualTo(email);
        for (String old : List.of(token, phone)) {
            assertThat(my("GET", "", "", old).status()).isEqualTo(401);
        }
        assertThat(browser.page("/account").statusCode()).isEqualTo(303);
        assertThat(shop().send("GET", "/account", "text/plain", "", Map.of("Cookie", "session=" + fresh))
                        .statusCode())
                .as("it is no cookie")
                .isEqualTo(303);
        assertThat(letters(email, "PASSWORD_CHANGED")).isEqualTo(1);
    }

    @Test
    void anotherAddressCountsOnceItsLetterIsAnswered() {
        String email = somebody();
        String token = joined(email);
        String next = somebody();
        assertThat(another("no address", PASSWORD, token)
                        .body()
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("email");
        assertThat(another(next, "a guess of mine", token)
                        .body()
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("password");
        assertThat(another(next, PASSWORD, token).status()).isEqualTo(202);
        assertThat(my("GET", "", "", token).body().path("email").asString()).isEqualTo(email);
        String answer = typed(link(next, "NEW_ADDRESS"), Map.of());
        assertThat(shop().post("/account/email-changes/answer", answer)
                        .body()
                        .path("email")
                        .asString())
                .isEqualTo(next);
        assertThat(shop().post("/account/email-changes/answer", answer).status())
                .as("used")
                .isEqualTo(410);
        assertThat(my("GET", "", "", token).body().path("email").asString()).isEqualTo(next);
        assertThat(letters(email, "ADDRESS_CHANGED")).isEqualTo(1);

        String taken = somebody();
        joined(taken);
        assertThat(another(taken, PASSWORD, token).status())
                .as("only its owner hears")
                .isEqualTo(202);
        assertThat(letters(taken, "NEW_ADDRESS")).isZero();
        assertThat(letters(taken, "HAS_ACCOUNT")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /deletion",
        "PUT, /password",
        "POST, /email-changes",
        "PUT, /second-factor",
        "POST, /second-factor/spare-codes",
        "POST, /second-factor/off"
    })
    void aLockedAccountIsSaidToBeLocked(String method, String path) {
        String email = somebody();
        String token = joined(email);
        String right = json.writeValueAsString(Map.of("password", PASSWORD, "newPassword", NEXT, "email", somebody()));
        String guess = right.replace(PASSWORD, "a guess of mine");
        for (int i = 0; i < 5; i++) {
            assertThat(my(method, path, guess, token)
                            .body()
                            .at("/errors/0/field")
                            .asString())
                    .isEqualTo("password");
        }
        HttpResponse<String> locked = shop().send(
                        method,
                        "/api/v1/account" + path,
                        "application/json",
                        right,
                        Map.of("Authorization", "Bearer " + token));
        assertThat(locked.statusCode()).isEqualTo(429);
        assertThat(json.readTree(locked.body()).path("type").asString()).isEqualTo("too-many-tries");
        assertThat(Integer.parseInt(locked.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1, 901);
        assertThat(my("GET", "", "", token).status()).as("nothing happened").isEqualTo(200);
        assertThat(session(email, PASSWORD).status())
                .as("signing in counts the same tries")
                .isEqualTo(429);
    }

    @Test
    void thePagesSayThatItIsLocked() {
        TestBrowser browser = browser();
        join(browser, somebody());
        for (int i = 0; i < 5; i++) {
            assertThat(browser.submit("/account/deletion", Map.of("password", "a guess of mine"))
                            .body())
                    .contains("That isn’t your password.");
        }
        Map<String, Map<String, String>> forms = Map.of(
                "/account/deletion", Map.of("password", PASSWORD),
                "/account/email", Map.of("email", somebody(), "password.email", PASSWORD),
                "/account/password", Map.of("password.now", PASSWORD, "password.next", NEXT),
                "/account/second-factor/off", Map.of("password", PASSWORD));
        forms.forEach((form, fields) -> {
            HttpResponse<String> locked = browser.submit(form, fields);
            assertThat(locked.statusCode()).as(form).isEqualTo(429);
            assertThat(locked.body())
                    .as(form)
                    .contains("Too many tries. Try again at ")
                    .doesNotContain("That isn’t your password.");
        });
        assertThat(browser.page("/account").statusCode()).isEqualTo(200);
    }

    @Test
    void aLinkIsNotUsedUpWhenJoiningFailsHalfway() {
        String email = somebody();
        shop().post("/account/registrations", asked(email));
        jdbc.sql("alter table cart add constraint no_carts check (account_id is null) not valid")
                .update();
        try {
            assertThat(joins(email, PASSWORD).status()).isEqualTo(500);
        } finally {
            jdbc.sql("alter table cart drop constraint no_carts").update();
        }
        assertThat(session(email, PASSWORD).status())
                .as("no account without its token")
                .isEqualTo(401);
        assertThat(joins(email, PASSWORD).status()).isEqualTo(201);
    }

    @Test
    void theApiSaysWhichCallsTakeTheTokenAndThoseDo() {
        JsonNode api = json.readTree(
                shop().send("GET", "/api/openapi", "text/plain", "", Map.of()).body());
        assertThat(api.at("/components/securitySchemes/account/scheme").asString())
                .isEqualTo("bearer");
        api.path("paths").properties().stream()
                .filter(path -> path.getKey().startsWith("/api/v1/account"))
                .forEach(path -> path.getValue().properties().forEach(call -> {
                    String url = path.getKey()
                            .replaceAll("\\{[a-z]+}", UUID.randomUUID().toString());
                    String method = call.getKey().toUpperCase(java.util.Locale.ROOT);
                    HttpResponse<String> without =
                            shop().send(method, url, "application/json", method.equals("GET") ? "" : "{}", Map.of());
                    assertThat(without.body().contains("This needs the token of a sign-in."))
                            .as("%s %s: %s", method, url, without.body())
                            .isEqualTo(call.getValue().at("/security/0").has("account"));
                }));
        assertThat(api.at("/paths/~1api~1v1~1service~1orders~1{id}/get/security/0")
                        .has("service"))
                .isTrue();
        assertThat(api.at("/paths/~1api~1v1~1products/get").has("security")).isFalse();
    }

    @Test
    void theApiSaysWhichCallsAboutACartTakeTheTokenOfItsAccountAndThoseDo() {
        String email = somebody();
        joined(email);
        JsonNode entered = session(email, PASSWORD).body();
        String cart = entered.path("cartId").asString();
        Map<String, String> signedIn =
                Map.of("Authorization", "Bearer " + entered.path("token").asString());
        String body = "{\"cartId\":\"" + cart + "\",\"quantity\":1}";
        JsonNode paths = json.readTree(shop().send("GET", "/api/openapi", "text/plain", "", Map.of())
                        .body())
                .path("paths");
        paths.properties().stream()
                .filter(path -> path.getKey().matches("/api/v1/(carts|checkouts)(/.*)?"))
                .forEach(path -> path.getValue().properties().forEach(call -> {
                    String url = path.getKey().replace("{id}", cart).replaceAll("\\{[a-z]+}", "made-up");
                    String method = call.getKey().toUpperCase(java.util.Locale.ROOT);
                    String sent = method.equals("GET") ? "" : body;
                    JsonNode security = call.getValue().path("security");
                    assertThat(shop().send(method, url, "application/json", sent, Map.of())
                                    .body()
                                    .contains("There is no such cart."))
                            .as("%s %s", method, url)
                            .isEqualTo(security.path(0).has("account"));
                    assertThat(shop().send(method, url, "application/json", sent, signedIn)
                                    .body())
                            .doesNotContain("There is no such cart.");
                    assertThat(security.path(1).isObject())
                            .as("and no token will do for a guest's")
                            .isEqualTo(security.path(0).has("account"));
                }));
        assertThat(paths.at("/~1api~1v1~1carts~1{id}/get/security/0").has("account"))
                .isTrue();
    }

    private ShopClient.Answer reset(String email, String password) {
        return shop().post(
                        "/account/password-resets/answer", typed(link(email, "RESET"), Map.of("password", password)));
    }

    private ShopClient.Answer changed(String password, String next, String token) {
        return my(
                "PUT", "/password", json.writeValueAsString(Map.of("password", password, "newPassword", next)), token);
    }

    private static String link(UUID letter, String key) {
        return "{\"letter\":\"" + letter + "\",\"key\":\"" + key + "\",\"password\":\"" + NEXT + "\"}";
    }
}
