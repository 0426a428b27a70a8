package io.tillflow.storefront;

import static org.assertj.core.api.Assertions.assertThat;

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

    private int clients() {
        return jdbc.sql("select count(*) from throttle where key like 'letters from %'")
                .query(Integer.class)
                .single();
    }
}
