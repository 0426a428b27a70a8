package io.tillflow.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LocationsIT extends HistoryStudio {
    @BeforeEach
    void theShopAnswers() {
        CONNECTORS.begin(false);
    }

    @Test
    void countsBooksInAndMovesAtALocationInTheNameOfWhoDid() {
        String lamp = "/api/v1/shop/products/" + FakeShop.SKU;
        assertThat(get(lamp).path("places").get(1).path("name").asString()).isEqualTo("North");
        assertThat(http().send("PUT", lamp + "/stock", "{\"onHand\": 4, \"location\": \"north\"}", CLI)
                        .statusCode())
                .isEqualTo(200);
        assertThat(CONNECTORS.told()).last().asString().contains("\"onHand\":4", "\"location\":\"north\"");
        assertThat(ask(lamp + "/receipts", "{\"quantity\": 2}", CLI).statusCode())
                .isEqualTo(200);
        assertThat(CONNECTORS.told())
                .last()
                .asString()
                .contains("\"quantity\":2")
                .doesNotContain("location");
        String key = UUID.randomUUID().toString();
        String move = "{\"from\": \"main\", \"to\": \"north\", \"quantity\": 3}";
        assertThat(ask(lamp + "/transfers", move, CLI[0], CLI[1], "Idempotency-Key", key)
                        .statusCode())
                .isEqualTo(200);
        assertThat(CONNECTORS.told()).last().asString().contains("\"id\":\"" + key + "\"", "\"by\":\"");
        String arrival = "/api/v1/shop/transfers/" + FakeShop.TRANSFERRED + "/arrival";
        assertThat(ask(arrival, "{\"quantity\": 2}", CLI).statusCode()).isEqualTo(204);
        assertThat(http().send("PUT", "/api/v1/shop/locations/west", "{\"name\": \"West\"}", CLI)
                        .statusCode())
                .isEqualTo(200);
        assertThat(CONNECTORS.told()).last().asString().contains("\"position\":3", "\"open\":true");
        http().send("PUT", "/api/v1/shop/locations/main", "{\"name\": \"Main hall\"}", CLI);
        assertThat(CONNECTORS.told()).last().asString().as("where it was").contains("Main hall", "\"position\":1");
        assertThat(jdbc.sql("""
                select action from studio.audit where subject in ('stock/LAMP-1', 'transfer/' || :transfer, 'location/west') order by at""")
                        .param("transfer", FakeShop.TRANSFERRED)
                        .query(String.class)
                        .list())
                .containsSubsequence("stock.counted", "stock.received", "stock.sent", "stock.arrived", "location.kept");
        String[] operator = {"Authorization", "Bearer " + token("OPERATOR")};
        assertThat(ask(lamp + "/transfers", move, operator).statusCode()).isEqualTo(403);
        assertThat(http().get("/api/v1/shop/locations", operator).statusCode()).isEqualTo(403);
    }

    private HttpResponse<String> ask(String path, String body, String... who) {
        return http().send("POST", path, body, who);
    }
}
