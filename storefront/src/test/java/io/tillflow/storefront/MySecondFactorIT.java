package io.tillflow.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The second factor of an account, by REST: on, at sign-in, new spare codes, off. */
class MySecondFactorIT extends AccountTest {
    @Test
    void theSecondFactorIsOnOnceADeviceProvedItself() {
        String email = somebody();
        String token = joined(email);
        JsonNode begun = my("POST", "/second-factor/secrets", "", token).body();
        String secret = begun.path("secret").asString();
        assertThat(begun.path("uri").asString())
                .startsWith("otpauth://totp/")
                .contains("secret=" + secret, email.replace("@", "%40"));
        assertThat(session(email, PASSWORD).status()).as("nothing is on yet").isEqualTo(201);
        assertThat(device(secret, "000000", PASSWORD, token)
                        .body()
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("code");
        assertThat(device(secret, code(secret), "a guess of mine", token)
                        .body()
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("password");
        assertThat(device("AAAA", "000000", PASSWORD, token).status()).isEqualTo(422);
        assertThat(device(secret, code(secret), PASSWORD, token).body().path("spareCodes"))
                .hasSize(8);
        assertThat(my("GET", "", "", token).body().path("secondFactor").asBoolean())
                .isTrue();
    }

    @Test
    void aCodeLetsInOnceAndSoDoesASpareOne() {
        String email = somebody();
        String token = joined(email);
        String secret = secret(token);
        JsonNode spares = device(secret, code(secret), PASSWORD, token).body().path("spareCodes");
        clock.forward(Duration.ofMinutes(2));
        String half = half(email);
        assertThat(my("GET", "", "", half).status())
                .as("half a sign-in is none")
                .isEqualTo(401);
        assertThat(entered(half, "12345").status()).isEqualTo(401);
        String code = code(secret);
        ShopClient.Answer in = entered(half, code);
        assertThat(in.status()).isEqualTo(201);
        assertThat(in.body().path("cartId").asString()).isNotEmpty();
        assertThat(my("GET", "", "", in.body().path("token").asString()).status())
                .isEqualTo(200);
        assertThat(entered(half, code).status()).as("that half is used").isEqualTo(401);
        assertThat(entered(half(email), code).status()).as("a code works once").isEqualTo(401);
        assertThat(entered(half(email), spares.get(0).asString()).status()).isEqualTo(201);
        assertThat(entered(half(email), spares.get(0).asString()).status()).isEqualTo(401);
    }

    @Test
    void spareCodesAreReplacedAndTheSecondFactorGoesOff() {
        String email = somebody();
        String token = joined(email);
        assertThat(my("POST", "/second-factor/spare-codes", proof(PASSWORD), token)
                        .status())
                .as("there is none")
                .isEqualTo(409);
        String secret = secret(token);
        String old = device(secret, code(secret), PASSWORD, token)
                .body()
                .at("/spareCodes/0")
                .asString();
        assertThat(my("POST", "/second-factor/spare-codes", proof("a guess of mine"), token)
                        .status())
                .isEqualTo(422);
        String fresh = my("POST", "/second-factor/spare-codes", proof(PASSWORD), token)
                .body()
                .at("/spareCodes/0")
                .asString();
        assertThat(entered(half(email), old).status()).isEqualTo(401);
        assertThat(entered(half(email), fresh).status()).isEqualTo(201);
        assertThat(my("POST", "/second-factor/off", proof("a guess of mine"), token)
                        .status())
                .isEqualTo(422);
        assertThat(session(email, PASSWORD).status()).as("still on").isEqualTo(202);
        assertThat(my("POST", "/second-factor/off", proof(PASSWORD), token).status())
                .isEqualTo(204);
        assertThat(session(email, PASSWORD).status()).isEqualTo(201);
    }

    @Test
    void fewCodesMayBeTried() {
        String email = somebody();
        String token = joined(email);
        String secret = secret(token);
        device(secret, code(secret), PASSWORD, token);
        clock.forward(Duration.ofMinutes(2));
        String half = half(email);
        for (int i = 0; i < 5; i++) {
            assertThat(entered(half, "12345").status()).isEqualTo(401);
        }
        assertThat(entered(half, code(secret)).status()).isEqualTo(429);
    }

    private String secret(String token) {
        return my("POST", "/second-factor/secrets", "", token)
                .body()
                .path("secret")
                .asString();
    }

    private ShopClient.Answer device(String secret, String code, String password, String token) {
        return my(
                "PUT",
                "/second-factor",
                json.writeValueAsString(Map.of("secret", secret, "code", code, "password", password)),
                token);
    }

    /** The token of a sign-in that wants a code. */
    private String half(String email) {
        ShopClient.Answer half = session(email, PASSWORD);
        assertThat(half.status()).isEqualTo(202);
        assertThat(half.body().path("codeNeeded").asBoolean()).isTrue();
        return half.body().path("token").asString();
    }

    private ShopClient.Answer entered(String half, String code) {
        return shop().post("/account/sessions/code", json.writeValueAsString(Map.of("token", half, "code", code)));
    }

    private static String proof(String password) {
        return "{\"password\":\"" + password + "\"}";
    }
}
