package io.tillflow.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** An account as a shop with pages of its own uses it. */
class MyAccountIT extends AccountTest {
    private static final String ADDRESS = """
            {"address":{"name":"Mara","street":"Lange Straße 1","postcode":"%s","town":"Berlin","country":"DE"},"phone":"030 1"}""";

    @Test
    void anAccountBeginsWithALetterAndEndsWithAPassword() {
        String email = somebody();
        assertThat(shop().post("/account/registrations", "{\"email\":\"no address\"}")
                        .status())
                .isEqualTo(422);
        assertThat(shop().post("/account/registrations", asked(email)).status()).isEqualTo(202);
        assertThat(joins(email, "too short").body().at("/errors/0/field").asString())
                .isEqualTo("password");
        ShopClient.Answer joined = joins(email, PASSWORD);
        assertThat(joined.status()).isEqualTo(201);
        String token = joined.body().path("token").asString();
        assertThat(jdbc.sql("select count(*) from account_session where digest = :token")
                        .param("token", token)
                        .query(Integer.class)
                        .single())
                .as("what is kept is no key")
                .isZero();
        assertThat(joins(email, PASSWORD).status()).as("used").isEqualTo(410);

        assertThat(my("DELETE", "/sessions/current", "", token).status()).isEqualTo(204);
        assertThat(my("GET", "", "", token).status()).isEqualTo(401);
        String again = signedIn(email);
        assertThat(my("POST", "/deletion", "{\"password\":\"a guess of mine\"}", again)
                        .status())
                .isEqualTo(422);
        assertThat(my("POST", "/deletion", "{\"password\":\"" + PASSWORD + "\"}", again)
                        .status())
                .isEqualTo(204);
        assertThat(my("GET", "", "", again).status()).isEqualTo(401);
        assertThat(session(email, PASSWORD).status()).isEqualTo(401);
    }

    @Test
    void aNameAndConsentsAreKept() {
        String email = somebody();
        String token = joined(email);
        assertThat(my("GET", "", "", token).body().path("email").asString()).isEqualTo(email);
        assertThat(my("PUT", "", "{\"name\":\" <b>Mara</b> \"}", token)
                        .body()
                        .path("name")
                        .asString())
                .isEqualTo("<b>Mara</b>");
        assertThat(my("PUT", "", "{\"name\":\"" + "x".repeat(81) + "\"}", token).status())
                .isEqualTo(422);
        JsonNode agreed = my("PUT", "/consents", "{\"marketing\":true}", token).body();
        assertThat(agreed.path("marketing").asBoolean()).isTrue();
        assertThat(agreed.path("personalisation").asBoolean()).isFalse();
        assertThat(my("GET", "/export", "", token).body().at("/consents/0/kind").asString())
                .isEqualTo("marketing");
    }

    @Test
    void addressesWishesAndOrdersAreThere() {
        String email = somebody();
        String token = joined(email);
        JsonNode wrong = my("POST", "/addresses", ADDRESS.formatted("1"), token).body();
        assertThat(wrong.at("/errors/0/field").asString()).isEqualTo("address.postcode");
        my("POST", "/addresses", ADDRESS.formatted("10243"), token);
        JsonNode two =
                my("POST", "/addresses", ADDRESS.formatted("10245"), token).body();
        assertThat(two).hasSize(2);
        String second = two.get(1).path("id").asString();
        assertThat(my("PUT", "/addresses/" + second + "/favourite", "", token)
                        .body()
                        .at("/0/id")
                        .asString())
                .isEqualTo(second);
        assertThat(my("PUT", "/addresses/" + second, ADDRESS.formatted("10999"), token)
                        .body()
                        .at("/0/address/postcode")
                        .asString())
                .isEqualTo("10999");
        assertThat(my("DELETE", "/addresses/" + second, "", token).status()).isEqualTo(204);
        assertThat(my("GET", "/addresses", "", token).body()).hasSize(1);

        my("PUT", "/wishes/tarn-table-lamp", "", token);
        assertThat(my("PUT", "/wishes/tarn-table-lamp", "", token).body()).hasSize(1);
        assertThat(my("PUT", "/wishes/nothing-such", "", token).status()).isEqualTo(404);
        assertThat(my("DELETE", "/wishes/tarn-table-lamp", "", token).body()).isEmpty();

        String placed = shop().place(shop().readyCheckout(Map.of(fresh(2), 1), email))
                .body()
                .path("orderId")
                .asString();
        JsonNode order = my("GET", "/orders", "", token).body().get(0);
        assertThat(order.path("id").asString()).isEqualTo(placed);
        assertThat(shop().get("/orders/" + placed + "?token="
                                + order.path("token").asString())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aCartOfAnAccountOpensToItsTokenAlone() {
        String email = somebody();
        String first = joined(email);
        my("DELETE", "/sessions/current", "", first);
        JsonNode entered = session(email, PASSWORD).body();
        String token = entered.path("token").asString();
        String cart = "/carts/" + entered.path("cartId").asString();
        String line = cart + "/lines/" + fresh(2);
        String start = "{\"cartId\":\"" + entered.path("cartId").asString() + "\"}";
        Map<String, String> signedIn = Map.of("Authorization", "Bearer " + token);
        assertThat(shop().call("PUT", line, "{\"quantity\":1}", signedIn).status())
                .isEqualTo(200);
        assertThat(shop().call("POST", "/checkouts", start, signedIn).status()).isEqualTo(201);

        Map<String, String> another = Map.of("Authorization", "Bearer " + joined(somebody()));
        my("DELETE", "/sessions/current", "", token);
        for (Map<String, String> key : List.of(Map.<String, String>of(), signedIn, another)) {
            assertThat(shop().call("GET", cart, "", key).status()).isEqualTo(404);
            assertThat(shop().call("PUT", line, "{\"quantity\":2}", key).status())
                    .isEqualTo(404);
            assertThat(shop().call("POST", "/checkouts", start, key).status()).isEqualTo(422);
        }
    }

    @Test
    void whatIsAnothersIsNeverVisible() {
        String hers = somebody();
        String her = joined(hers);
        String his = joined(somebody());
        String address = my("POST", "/addresses", ADDRESS.formatted("10243"), her)
                .body()
                .at("/0/id")
                .asString();
        my("PUT", "/wishes/tarn-table-lamp", "", her);
        shop().place(shop().readyCheckout(Map.of(fresh(2), 1), hers));
        for (String list : new String[] {"/addresses", "/wishes", "/orders"}) {
            assertThat(my("GET", list, "", her).body()).as(list).hasSize(1);
            assertThat(my("GET", list, "", his).body()).as(list).isEmpty();
        }
        String unknown = UUID.randomUUID().toString();
        for (String id : new String[] {address, unknown}) {
            assertThat(my("PUT", "/addresses/" + id, ADDRESS.formatted("10999"), his)
                            .status())
                    .isEqualTo(404);
            assertThat(my("PUT", "/addresses/" + id + "/favourite", "", his).status())
                    .isEqualTo(404);
            assertThat(my("DELETE", "/addresses/" + id, "", his).status()).isEqualTo(404);
        }
        assertThat(my("GET", "/addresses", "", her)
                        .body()
                        .at("/0/address/postcode")
                        .asString())
                .isEqualTo("10243");
        assertThat(my("GET", "/export", "", his).body().toString()).doesNotContain(hers, "Lange Straße");
    }

    @Test
    void aCookieIsNoTokenAndATokenIsNoCookie() {
        String email = somebody();
        HttpResponse<String> joined = join(browser(), email);
        String cookie = joined.headers().allValues("set-cookie").stream()
                .filter(it -> it.startsWith("session="))
                .map(it -> it.substring("session=".length(), it.indexOf(';')))
                .findFirst()
                .orElseThrow();
        assertThat(shop().call("GET", "/account", "", Map.of("Cookie", "session=" + cookie))
                        .status())
                .isEqualTo(401);
        assertThat(my("GET", "", "", cookie).status()).isEqualTo(401);
        String token = signedIn(email);
        Map<String, String> asCookie = Map.of("Cookie", "session=" + token);
        assertThat(shop().send("GET", "/account", "text/plain", "", asCookie).statusCode())
                .isEqualTo(303);
        HttpResponse<String> nobody = shop().send("GET", "/api/v1/account/orders", "text/plain", "", Map.of());
        assertThat(nobody.statusCode()).isEqualTo(401);
        assertThat(nobody.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(nobody.headers().firstValue("Content-Type").orElseThrow()).contains("application/problem+json");
        jdbc.sql("update account_session set expires_at = :then where program")
                .param("then", java.sql.Timestamp.from(clock.instant().minusSeconds(1)))
                .update();
        assertThat(my("GET", "", "", token).status()).as("it has ended").isEqualTo(401);
    }

    @Test
    void guessesAreLockedOutAsOnThePages() {
        String email = somebody();
        joined(email);
        for (int i = 0; i < 5; i++) {
            assertThat(session(email, "a guess of mine").status()).isEqualTo(401);
        }
        assertThat(session(email, PASSWORD).status()).isEqualTo(429);
        assertThat(signIn(browser(), email, PASSWORD).body())
                .as("the pages count the same tries")
                .contains("Too many tries.");
        String typed = "{\"email\":\"" + email + "\",\"password\":\"x\"}";
        HttpResponse<String> wait =
                shop().send("POST", "/api/v1/account/sessions", "application/json", typed, Map.of());
        assertThat(Integer.parseInt(wait.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1, 901);
    }

    @Test
    void theApiDescribesIt() {
        JsonNode paths = json.readTree(shop().send("GET", "/api/openapi", "text/plain", "", Map.of())
                        .body())
                .get("paths");
        assertThat(paths.propertyNames())
                .contains(
                        "/api/v1/account",
                        "/api/v1/account/registrations",
                        "/api/v1/account/sessions",
                        "/api/v1/account/sessions/code",
                        "/api/v1/account/sessions/current",
                        "/api/v1/account/consents",
                        "/api/v1/account/orders",
                        "/api/v1/account/export",
                        "/api/v1/account/deletion",
                        "/api/v1/account/addresses/{id}",
                        "/api/v1/account/wishes/{product}");
    }
}
