package io.tillflow.storefront;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.tillflow.storefront.byhand.GoOn;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What staff do with an order themselves, and what its automation hears of it. */
class ByHandIT extends ShopTest {
    @Autowired
    private GoOn goOn;

    @Test
    void aParcelIsSentOffAndItsAutomationHearsOfItOnce() throws Exception {
        handsSay("HAND", "DHL TN1");
        String id = shop().buy(fresh(1), 1);
        assertThat(order(id).path("shippable").asBoolean()).isTrue();
        String asked = "{\"id\":\"%s\",\"by\":\"ida\",\"carrier\":\"DHL\"}".formatted(UUID.randomUUID());
        List<Integer> answers =
                atOnce(6, () -> act("orders/" + id + "/shipment", asked).status());
        assertThat(answers).containsOnly(200);
        JsonNode done = order(id).path("acts");
        assertThat(done).hasSize(1);
        assertThat(done.get(0).path("way").asString()).isEqualTo("HAND");
        assertThat(done.get(0).path("outcome").asString()).isEqualTo("DHL TN1");
        assertThat(done.get(0).path("author").asString()).isEqualTo("ida");
        assertThat(events(id, "order-shipped-by-hand")).hasSize(1);
        assertThat(handed().path("carrier").asString()).isEqualTo("DHL");
        assertThat(handed().path("paymentId").asString()).isEqualTo("pay_1");
    }

    @Test
    void moneyIsTakenWhenTheParcelHasLeft() {
        handsSay("HAND", "€1.00");
        String id = shop().buy(fresh(1), 1);
        assertThat(act("orders/" + id + "/capture", "{}").status()).isEqualTo(409);
        ship(id);
        assertThat(order(id).path("capturable").asBoolean()).isTrue();
        assertThat(act("orders/" + id + "/capture", "{}").status()).isEqualTo(200);
        assertThat(events(id, "payment-captured-by-hand")).hasSize(1);
        assertThat(handed().path("amount").asLong())
                .isEqualTo(order(id).path("order").path("total").asLong());
        assertThat(act("orders/" + id + "/shipment", "{}").status()).isEqualTo(409);
    }

    @Test
    void whatIsLeftToTheAutomationIsDoneAtOnceWhenAskedAgain() {
        handsSay("AUTOMATION", "");
        String id = shop().buy(fresh(1), 1);
        String asked = "{\"id\":\"%s\",\"by\":\"ida\"}".formatted(UUID.randomUUID());
        JsonNode left = act("orders/" + id + "/cancellation", asked).body();
        assertThat(left.path("acts").get(0).path("way").asString()).isEqualTo("AUTOMATION");
        assertThat(handed().path("atOnce").asBoolean()).isFalse();
        handsSay("HAND", "");
        String atOnce = asked.replace("}", ",\"atOnce\":true}");
        JsonNode done = act("orders/" + id + "/cancellation", atOnce).body();
        assertThat(done.path("acts")).hasSize(1);
        assertThat(done.path("acts").get(0).path("way").asString()).isEqualTo("HAND");
        assertThat(handed().path("atOnce").asBoolean()).isTrue();
        assertThat(events(id, "order-cancel-requested")).hasSize(1);
        assertThat(act("orders/" + id + "/shipment", "{}").status()).isEqualTo(409);
    }

    @Test
    void whatCannotBeDoneIsSaidAndWhatWasNotDoneCanBeAskedForAgain() {
        String id = shop().buy(fresh(1), 1);
        String asked = "{\"id\":\"%s\"}".formatted(UUID.randomUUID());
        handsAreAway();
        assertThat(act("orders/" + id + "/shipment", asked).status()).isEqualTo(503);
        CONNECTORS.stubFor(post(urlEqualTo("/api/v1/acts"))
                .willReturn(aResponse()
                        .withStatus(409)
                        .withHeader("Content-Type", "application/problem+json")
                        .withBody("{\"status\":409,\"detail\":\"It is not paid.\"}")));
        ShopClient.Answer refused = act("orders/" + id + "/shipment", asked);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().path("detail").asString()).isEqualTo("It is not paid.");
        assertThat(events(id, "order-shipped-by-hand")).isEmpty();
        handsSay("HAND", "DHL TN1");
        assertThat(act("orders/" + id + "/shipment", asked).status()).isEqualTo(200);
        assertThat(act("orders/" + id + "/cancellation", asked).status()).isEqualTo(409);
        assertThat(act("orders/" + UUID.randomUUID() + "/capture", "{}").status())
                .isEqualTo(404);
    }

    @Test
    void whatTheConnectorsWereAwayForIsDoneByItselfAndOnce() throws Exception {
        handsAreAway();
        String id = shop().buy(fresh(1), 1);
        assertThat(act("orders/" + id + "/shipment", "{\"carrier\":\"DHL\"}").status())
                .isEqualTo(503);
        atOnce(4, goOn::all);
        assertThat(handedFor(id)).as("who asked may be at it still").hasSize(1);
        clock.forward(Duration.ofSeconds(16));
        atOnce(4, goOn::all);
        assertThat(handedFor(id)).as("tried by one, and away again").hasSize(2);
        assertThat(order(id).path("acts").get(0).path("way").asString()).isEqualTo("WAITING");
        handsSay("HAND", "DHL TN1");
        clock.forward(Duration.ofMinutes(1));
        atOnce(4, goOn::all);
        assertThat(handedFor(id))
                .hasSize(3)
                .allMatch(it -> it.path("carrier").asString().equals("DHL"));
        JsonNode done = order(id).path("acts").get(0);
        assertThat(done.path("way").asString()).isEqualTo("HAND");
        assertThat(done.path("outcome").asString()).isEqualTo("DHL TN1");
        assertThat(events(id, "order-shipped-by-hand")).hasSize(1);
    }

    @Test
    void anOrderThatNoCarrierTakesIsCalledOffAndNotLeftLocked() throws Exception {
        handsSay(
                "SHIP", okJson("{\"way\":\"REFUSED\",\"says\":\"No carrier.\",\"callOff\":\"ADDRESS_UNDELIVERABLE\"}"));
        handsSay("CANCEL", aResponse().withStatus(503));
        String id = shop().buy(fresh(1), 1);
        shop().service("POST", id, "/shipping-lock", "");
        String asked = "{\"id\":\"%s\",\"by\":\"ida\"}".formatted(UUID.randomUUID());
        ShopClient.Answer refused = act("orders/" + id + "/shipment", asked);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().path("detail").asString()).isEqualTo("No carrier.");
        assertThat(events(id, "order-cancel-requested"))
                .singleElement()
                .asString()
                .contains("ADDRESS_UNDELIVERABLE");
        assertThat(act("orders/" + id + "/shipment", "{}").status()).isEqualTo(409);
        assertThat(ways(id)).containsExactlyInAnyOrder("SHIP REFUSED", "CANCEL WAITING");
        String callOff = order(id)
                .path("acts")
                .valueStream()
                .filter(it -> it.path("kind").asString().equals("CANCEL"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
        act("orders/" + id + "/cancellation", "{\"id\":\"%s\",\"atOnce\":true}".formatted(callOff));
        handsSay("CANCEL", okJson("{\"way\":\"HAND\",\"says\":\"\"}"));
        clock.forward(Duration.ofMinutes(1));
        atOnce(4, goOn::all);
        assertThat(ways(id)).containsExactlyInAnyOrder("SHIP REFUSED", "CANCEL HAND");
        assertThat(handedFor(id).getLast().path("reason").asString()).isEqualTo("ADDRESS_UNDELIVERABLE");
        act("orders/" + id + "/shipment", asked);
        assertThat(events(id, "order-cancel-requested")).hasSize(1);
    }

    @Test
    void aReturnIsReceivedRestockedOnceAndPaidOut() throws Exception {
        handsSay("HAND", "€1.00");
        String sku = fresh(1);
        String id = shop().buy(sku, 1);
        ship(id);
        shop().service("PUT", id, "/state", "{\"state\":\"DELIVERED\"}");
        String back = UUID.randomUUID().toString();
        jdbc.sql("""
                insert into order_return (id, order_id, state, reason, amount, requested_at, updated_at)
                values (cast(:id as uuid), cast(:order as uuid), 'ACCEPTED', 'OTHER', 100, now(), now())""").param("id", back).param("order", id).update();
        jdbc.sql(
                        "insert into order_return_line (return_id, position, sku, quantity) values (cast(:id as uuid), 0, :sku, 1)")
                .param("id", back)
                .param("sku", sku)
                .update();
        assertThat(act("returns/" + back + "/restock", "{}").status()).isEqualTo(409);
        assertThat(act("returns/" + back + "/refund", "{}").status()).isEqualTo(409);
        String asked = "{\"id\":\"%s\"}".formatted(UUID.randomUUID());
        act("returns/" + back + "/arrival", asked);
        act("returns/" + back + "/arrival", asked);
        assertThat(events(back, "shipment-delivered")).hasSize(1);
        atOnce(4, () -> act("returns/" + back + "/restock", "{}"));
        assertThat(shop().admin("GET", "/stock/" + sku, "")
                        .body()
                        .path("onHand")
                        .asInt())
                .isEqualTo(1);
        JsonNode paid = act("returns/" + back + "/refund", "{}").body();
        assertThat(handed().path("returnId").asString()).isEqualTo(back);
        assertThat(handed().path("amount").asLong()).isEqualTo(100);
        assertThat(paid.path("acts").valueStream().map(it -> it.path("kind").asString()))
                .contains("RECEIVE", "RESTOCK", "REFUND");
    }

    @Test
    void aReturnThatWasRefusedMeanwhileIsNotPaidOut() {
        String id = shop().buy(fresh(1), 1);
        ship(id);
        String back = UUID.randomUUID().toString();
        jdbc.sql("""
                insert into order_return (id, order_id, state, reason, amount, requested_at, updated_at)
                values (cast(:id as uuid), cast(:order as uuid), 'RECEIVED', 'OTHER', 100, now(), now())""").param("id", back).param("order", id).update();
        handsAreAway();
        String asked = "{\"id\":\"%s\"}".formatted(UUID.randomUUID());
        act("returns/" + back + "/refund", asked);
        assertThat(handed().path("atOnce").asBoolean())
                .as("no automation is told of it")
                .isTrue();
        jdbc.sql("update order_return set state = 'REFUSED' where id = cast(:id as uuid)")
                .param("id", back)
                .update();
        handsSay("HAND", "€1.00");
        clock.forward(Duration.ofMinutes(1));
        goOn.all();
        assertThat(ways(id)).containsExactly("REFUND REFUSED");
        assertThat(act("returns/" + back + "/refund", asked).status()).isEqualTo(409);
        assertThat(handedFor(id)).hasSize(1);
    }

    @Test
    void whatHasLeftIsNotCalledOffByAnAutomationThatHasNotHeardOfIt() {
        String id = shop().buy(fresh(1), 1);
        ship(id);
        String tooLate = "{\"state\":\"CANCELLED\",\"reason\":\"NOT_REVIEWED\"}";
        assertThat(shop().service("PUT", id, "/state", tooLate).status()).isEqualTo(409);
        assertThat(order(id).path("order").path("state").asString()).isEqualTo("SHIPPED");
        String lost = "{\"state\":\"CANCELLED\",\"reason\":\"LOST\"}";
        assertThat(shop().service("PUT", id, "/state", lost).status()).isEqualTo(200);
        assertThat(order(id).path("order").path("state").asString()).isEqualTo("CANCELLED");
    }

    private void handsSay(String way, String says) {
        CONNECTORS.stubFor(post(urlEqualTo("/api/v1/acts"))
                .willReturn(okJson("{\"way\":\"%s\",\"says\":\"%s\"}".formatted(way, says))));
    }

    private void handsSay(String act, ResponseDefinitionBuilder answer) {
        CONNECTORS.stubFor(post(urlEqualTo("/api/v1/acts"))
                .withRequestBody(matchingJsonPath("$[?(@.act == '" + act + "')]"))
                .willReturn(answer));
    }

    private void handsAreAway() {
        CONNECTORS.stubFor(
                post(urlEqualTo("/api/v1/acts")).willReturn(aResponse().withStatus(503)));
    }

    /** What the connectors were asked last. */
    private JsonNode handed() {
        return asked().getLast();
    }

    private List<JsonNode> handedFor(String orderId) {
        return asked().stream()
                .filter(it -> it.path("orderId").asString().equals(orderId))
                .toList();
    }

    private List<JsonNode> asked() {
        return CONNECTORS.findAll(postRequestedFor(urlEqualTo("/api/v1/acts"))).stream()
                .sorted(Comparator.comparing(LoggedRequest::getLoggedDate))
                .map(it -> json.readTree(it.getBodyAsString()))
                .toList();
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

    private void ship(String id) {
        shop().service("POST", id, "/allocation", "");
        for (String state : List.of("PAID", "PREPARING", "SHIPPED")) {
            shop().service("PUT", id, "/state", "{\"state\":\"" + state + "\"}");
        }
    }

    private List<String> events(String subject, String type) {
        return jdbc.sql("select data::text from outbox where subject = :subject and type = :type")
                .param("subject", subject)
                .param("type", type)
                .query(String.class)
                .list();
    }
}
