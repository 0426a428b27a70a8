package io.tillflow.storefront;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.tillflow.storefront.byhand.GoOn;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What staff do while carriers, banks or the connectors refuse or are away. */
class ProvidersByHandIT extends ShopTest {
    @Autowired
    private GoOn goOn;

    @Test
    void whatItsProviderKeepsWaitingDoesNotHoldUpTheOthersAndWhatIsRefusedEnds() {
        handsAreAway();
        List<String> ids = List.of(shop().buy(fresh(1), 1), shop().buy(fresh(1), 1), shop().buy(fresh(1), 1));
        ids.forEach(id -> act("orders/" + id + "/shipment", "{\"carrier\":\"DHL\"}"));
        List<ResponseDefinitionBuilder> answers =
                List.of(problem(502, "The carrier does not answer."), problem(500, "It broke."), done("DHL TN1"));
        for (int i = 0; i < ids.size(); i++) {
            handsSay(1, ids.get(i), answers.get(i));
        }
        clock.forward(Duration.ofMinutes(1));
        goOn.all();
        assertThat(ways(ids.get(0))).containsExactly("SHIP WAITING");
        assertThat(order(ids.get(0)).path("acts").get(0).path("outcome").asString())
                .isEqualTo("The carrier does not answer.");
        assertThat(ways(ids.get(1))).containsExactly("SHIP REFUSED");
        assertThat(ways(ids.get(2))).containsExactly("SHIP HAND");
    }

    @Test
    void moneyThatWasTakenIsNotOfferedToBeTakenAgain() {
        String id = shop().buy(fresh(1), 1);
        shop().service("POST", id, "/allocation", "");
        for (String state : List.of("PAID", "PREPARING", "SHIPPED")) {
            shop().service("PUT", id, "/state", "{\"state\":\"" + state + "\"}");
        }
        Map.of("AUTHORISED", true, "CAPTURED", false, "VOIDED", false).forEach((status, offered) -> {
            paymentIs(okJson("{\"id\":\"pay_1\",\"status\":\"" + status + "\"}"));
            assertThat(order(id).path("capturable").asBoolean()).as(status).isEqualTo(offered);
        });
        paymentIs(aResponse().withStatus(503));
        assertThat(order(id).path("capturable").asBoolean())
                .as("nobody can tell")
                .isTrue();
    }

    private static void paymentIs(ResponseDefinitionBuilder answer) {
        CONNECTORS.stubFor(get("/api/v1/payments/pay_1").willReturn(answer));
    }

    @Test
    void aLockedOrderIsCalledOffOnlyIfItsParcelStaysHere() {
        String id = shop().buy(fresh(1), 1);
        shop().service("POST", id, "/shipping-lock", "");
        assertThat(order(id).path("cancellable").asBoolean()).isTrue();
        handsAreAway();
        assertThat(act("orders/" + id + "/cancellation", "{}").status()).isEqualTo(409);
        handsSay(2, id, problem(409, "Its parcel was handed to a carrier."));
        assertThat(act("orders/" + id + "/cancellation", "{}")
                        .body()
                        .path("detail")
                        .asString())
                .contains("handed to a carrier");
        assertThat(events(id, "order-cancel-requested")).isEmpty();
        handsSay(1, id, done(""));
        assertThat(act("orders/" + id + "/cancellation", "{}").status()).isEqualTo(200);
        assertThat(ways(id)).containsExactly("CANCEL HAND");
        assertThat(events(id, "order-cancel-requested")).hasSize(1);
    }

    @Test
    void askingAgainKeepsTheCarrierThatWasWanted() {
        handsAreAway();
        String id = shop().buy(fresh(1), 1);
        UUID act = UUID.randomUUID();
        act("orders/" + id + "/shipment", "{\"id\":\"%s\",\"carrier\":\"DHL\",\"service\":\"express\"}".formatted(act));
        handsSay(1, id, done("DHL TN1"));
        act("orders/" + id + "/shipment", "{\"id\":\"%s\"}".formatted(act));
        CONNECTORS.verify(
                2,
                postRequestedFor(urlEqualTo("/api/v1/acts"))
                        .withRequestBody(matchingJsonPath("$[?(@.orderId == '" + id + "')]"))
                        .withRequestBody(matchingJsonPath("$[?(@.carrier == 'DHL' && @.service == 'express')]")));
    }

    private void handsSay(int priority, String orderId, ResponseDefinitionBuilder answer) {
        CONNECTORS.stubFor(post(urlEqualTo("/api/v1/acts"))
                .withRequestBody(matchingJsonPath("$[?(@.orderId == '" + orderId + "')]"))
                .atPriority(priority)
                .willReturn(answer));
    }

    private static ResponseDefinitionBuilder done(String says) {
        return okJson("{\"way\":\"HAND\",\"says\":\"%s\"}".formatted(says));
    }

    private static ResponseDefinitionBuilder problem(int status, String detail) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/problem+json")
                .withBody("{\"status\":%d,\"detail\":\"%s\"}".formatted(status, detail));
    }

    private void handsAreAway() {
        CONNECTORS.stubFor(
                post(urlEqualTo("/api/v1/acts")).willReturn(aResponse().withStatus(503)));
    }

    private List<String> ways(String id) {
        return order(id)
                .path("acts")
                .valueStream()
                .map(it -> it.path("kind").asString() + " " + it.path("way").asString())
                .toList();
    }

    private JsonNode order(String id) {
        return shop().admin("GET", "/orders/" + id, "").body();
    }

    private ShopClient.Answer act(String what, String body) {
        return shop().admin("POST", "/" + what, body);
    }

    private List<String> events(String subject, String type) {
        return jdbc.sql("select data::text from outbox where subject = :subject and type = :type")
                .param("subject", subject)
                .param("type", type)
                .query(String.class)
                .list();
    }
}
