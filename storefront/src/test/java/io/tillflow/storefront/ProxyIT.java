package io.tillflow.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
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
        String body = "";
        int answered = 0;
        while (answered < 1000 && body.isEmpty()) {
            HttpResponse<String> answer = call("198.51.100.7");
            body = answer.statusCode() == 429 ? answer.body() : "";
            answered++;
        }
        assertThat(body).contains("too-many-calls", "Wait a second");
        assertThat(answered).isGreaterThan(200);
        HttpResponse<String> again = call("198.51.100.7");
        assertThat(again.statusCode()).isEqualTo(429);
        assertThat(again.headers().firstValue("Retry-After")).contains("1");
        assertThat(call("198.51.100.8").statusCode()).isEqualTo(200);
        assertThat(shop().get("/shop").status()).as("this machine itself").isEqualTo(200);
        clock.forward(Duration.ofSeconds(2));
        assertThat(call("198.51.100.7").statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> call(String client) {
        return shop().send("GET", "/api/v1/shop", "application/json", "", Map.of("X-Forwarded-For", client));
    }

    private int clients() {
        return jdbc.sql("select count(*) from throttle where key like 'letters from %'")
                .query(Integer.class)
                .single();
    }
}
