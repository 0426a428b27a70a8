package io.tillflow.storefront;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillflow.testkit.FreePorts;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

class DatabaseComesLateIT {
    @Test
    void startsWithoutTheDatabaseSaysSoAndRecovers() throws Exception {
        int port = FreePorts.next();
        try (ConfigurableApplicationContext context = SpringApplication.run(
                StorefrontApplication.class,
                "--spring.datasource.url=jdbc:postgresql://127.0.0.1:" + port + "/postgres",
                "--spring.datasource.username=postgres",
                "--spring.datasource.hikari.connection-timeout=500",
                "--shop.service-token=t",
                "--server.port=0")) {
            ShopClient shop = client((WebServerApplicationContext) context);
            HttpResponse<String> home = shop.send("GET", "/", "text/plain", "", Map.of());
            assertThat(home.statusCode()).isEqualTo(503);
            assertThat(home.body()).contains("Back in a moment.");
            assertThat(home.headers().firstValue("refresh")).contains("5");
            assertThat(shop.get("/products").status()).isEqualTo(503);
            assertThat(ready(shop)).isEqualTo(503);

            try (EmbeddedPostgres postgres =
                    EmbeddedPostgres.builder().setPort(port).start()) {
                await().atMost(Duration.ofMinutes(2)).until(() -> ready(shop) == 200);
                assertThat(shop.send("GET", "/", "text/plain", "", Map.of()).statusCode())
                        .isEqualTo(200);
                assertThat(postgres.getPort()).isEqualTo(port);
            }
            String cart = "cart=00000000-0000-0000-0000-000000000001";
            HttpResponse<String> shelf = shop.send("GET", "/c/lamps", "text/plain", "", Map.of("Cookie", cart));
            assertThat(shelf.statusCode()).isEqualTo(200);
            HttpResponse<String> away = shop.send("GET", "/cart", "text/plain", "", Map.of("Cookie", cart));
            assertThat(away.statusCode()).isEqualTo(503);
            assertThat(away.body()).contains("We can’t reach our books right now.");
        }
    }

    private static int ready(ShopClient shop) {
        return shop.send("GET", "/actuator/health/readiness", "text/plain", "", Map.of())
                .statusCode();
    }

    private static ShopClient client(WebServerApplicationContext context) {
        int port = Objects.requireNonNull(context.getWebServer()).getPort();
        return new ShopClient("http://127.0.0.1:" + port, JsonMapper.builder().build());
    }
}
