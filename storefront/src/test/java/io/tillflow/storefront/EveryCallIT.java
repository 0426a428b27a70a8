package io.tillflow.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.testkit.EveryCall;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Whatever is sent may be refused, but is never a fault of the shop. */
class EveryCallIT extends ShopTest {
    private static final Map<String, String> SERVICE = Map.of("Authorization", "Bearer " + ShopClient.TOKEN);

    @Test
    void isAnsweredWithItsReasonAndNeverAFaultOfTheShop() {
        JsonNode described = json.readTree(
                shop().send("GET", "/api/openapi", "text/plain", "", Map.of()).body());
        assertThat(described.path("paths").size()).isGreaterThan(80);
        assertThat(EveryCall.faults(
                        described,
                        Set.of(),
                        (method, path, body) -> shop().send(method, path, "application/json", body, SERVICE)
                                .statusCode()))
                .isEmpty();
    }
}
