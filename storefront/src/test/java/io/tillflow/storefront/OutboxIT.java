package io.tillflow.storefront;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.http.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OutboxIT extends ShopTest {
    @Test
    void ordersPlacedWhileTheConnectorsAreDownRunLater() {
        intakeSays(503);
        List<String> orders = List.of(shop().buy(fresh(1), 1), shop().buy(fresh(1), 1));
        await().until(() -> !sentFor(orders.get(0)).isEmpty());
        assertThat(shop().admin("GET", "/outbox", "").body().get("waiting").asInt())
                .isGreaterThanOrEqualTo(2);

        intakeTakes();
        await().atMost(Duration.ofSeconds(90)).until(() -> undelivered() == 0);
        assertThat(orders).allMatch(o -> !sentFor(o).isEmpty());
    }

    @Test
    void anAnswerThatGetsLostMeansARepeatWithTheSameId() {
        CONNECTORS.stubFor(post(urlEqualTo("/api/v1/intake/events"))
                .willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        String order = shop().buy(fresh(1), 1);
        await().until(() -> !sentFor(order).isEmpty());
        intakeTakes();
        await().atMost(Duration.ofSeconds(90)).until(() -> undelivered() == 0);

        List<JsonNode> sent = sentFor(order);
        assertThat(sent).hasSizeGreaterThanOrEqualTo(2);
        assertThat(sent)
                .extracting(e -> e.get("id").asString())
                .containsOnly(sent.getFirst().get("id").asString());
    }

    @Test
    void theEventsOfOneOrderKeepTheirOrder() {
        intakeSays(503);
        ShopClient.Answer placed = shop().place(shop().readyCheckout(Map.of(fresh(1), 1), "order@example.org"));
        String order = placed.body().get("orderId").asString();
        shop().post(
                        "/orders/" + order + "/cancellation",
                        "{\"token\":\"" + placed.body().get("token").asString() + "\"}");
        CONNECTORS.resetRequests();
        intakeTakes();
        await().atMost(Duration.ofSeconds(90)).until(() -> undelivered() == 0);
        assertThat(sentFor(order))
                .extracting(e -> e.get("type").asString())
                .containsSubsequence("order-placed", "order-cancel-requested");
    }

    @Test
    void oneRefusedEventHoldsUpItsOwnOrderOnly() {
        intakeSays(503);
        String refused = shop().buy(fresh(1), 1);
        String fine = shop().buy(fresh(1), 1);
        CONNECTORS.resetRequests();
        CONNECTORS.stubFor(post(urlEqualTo("/api/v1/intake/events")).willReturn(okJson("{\"results\":[]}")));
        CONNECTORS.stubFor(post(urlEqualTo("/api/v1/intake/events"))
                .withRequestBody(containing(refused))
                .willReturn(aResponse().withStatus(422).withBody("{\"detail\":\"no\"}")));
        await().atMost(Duration.ofSeconds(90)).until(() -> delivered(fine));
        assertThat(delivered(refused)).isFalse();

        intakeTakes();
        clock.forward(Duration.ofMinutes(10));
        await().atMost(Duration.ofSeconds(90)).until(() -> delivered(refused));
    }

    private int undelivered() {
        return jdbc.sql("select count(*) from outbox where delivered_at is null")
                .query(Integer.class)
                .single();
    }

    private boolean delivered(String order) {
        return jdbc.sql("select bool_and(delivered_at is not null) from outbox where subject = :id")
                .param("id", order)
                .query(Boolean.class)
                .single();
    }
}
