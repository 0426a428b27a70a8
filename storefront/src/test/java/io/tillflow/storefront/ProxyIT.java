package io.tillflow.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Behind a proxy of the same private network, with forwarded headers on as every test's shop has them. */
class ProxyIT extends ShopTest {
    @Test
    void whoAsksIsWhoTheProxySays() {
        int before = clients();
        for (String client : List.of("203.0.113.7", "203.0.113.8", "203.0.113.7")) {
            shop().send(
                            "POST",
                            "/account/register",
                            "application/x-www-form-urlencoded",
                            "email=proxied@example.org",
                            Map.of("Sec-Fetch-Site", "same-origin", "X-Forwarded-For", client));
        }
        assertThat(clients()).isEqualTo(before + 2);
    }

    @Test
    void anAddressThatCallsWithoutEndIsToldToWaitAndOthersAreNot() {
        clock.held(() -> {
            spend("198.51.100.7");
            HttpResponse<String> refused = call("198.51.100.7", "/api/v1/shop", Map.of());
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.body()).contains("too-many-calls", "Wait a second");
            assertThat(refused.headers().firstValue("Retry-After")).contains("1");
            assertThat(call("198.51.100.8", "/api/v1/shop", Map.of()).statusCode())
                    .isEqualTo(200);
            assertThat(shop().get("/shop").status()).as("this machine itself").isEqualTo(200);
            clock.forward(Duration.ofSeconds(1));
            assertThat(call("198.51.100.7", "/api/v1/shop", Map.of()).statusCode())
                    .isEqualTo(200);
        });
    }

    @Test
    void noSpellingOfAnAddressAndNoGuessAtTheTokenGetsPast() {
        clock.held(() -> {
            spend("198.51.100.9");
            for (String path : List.of("/%61pi/v1/shop", "/api;x/v1/shop", "/api/v1;x=1/sh%6Fp", "/de/%61pi/v1/shop")) {
                assertThat(call("198.51.100.9", path, Map.of()).statusCode())
                        .as(path)
                        .isEqualTo(429);
            }
            assertThat(call("198.51.100.9", "/api/v1/admin/stock", Map.of("Authorization", "Bearer guess"))
                            .statusCode())
                    .isEqualTo(429);
            for (String path : List.of("/api/v1/admin/stock", "/api/v1/shop")) {
                assertThat(call("198.51.100.9", path, Map.of("Authorization", "Bearer " + ShopClient.TOKEN))
                                .statusCode())
                        .as(path)
                        .isEqualTo(200);
            }
        });
    }

    /** All the calls an address may make at once. */
    private void spend(String client) {
        for (int i = 0; i < 200; i++) {
            assertThat(call(client, "/api/v1/shop", Map.of()).statusCode()).isEqualTo(200);
        }
    }

    private HttpResponse<String> call(String client, String path, Map<String, String> headers) {
        Map<String, String> sent = new HashMap<>(headers);
        sent.put("X-Forwarded-For", client);
        return shop().send("GET", path, "application/json", "", sent);
    }

    private int clients() {
        return jdbc.sql("select count(*) from throttle where key like 'letters from %'")
                .query(Integer.class)
                .single();
    }
}
