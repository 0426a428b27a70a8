package io.tillflow.storefront;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.tillflow.storefront.ShopClient.Answer;
import io.tillflow.storefront.byhand.GoOn;
import io.tillflow.storefront.byhand.SettleChange;
import io.tillflow.storefront.catalogue.Shelf;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** An order of one thing at 50 euros, of which staff want more. */
abstract class DearerChangeCase extends ShopTest {
    static final String FORM = "application/x-www-form-urlencoded";

    @Autowired
    Shelf shelf;

    @Autowired
    SettleChange settle;

    @Autowired
    GoOn goOn;

    String sku = "";
    String id = "";
    final UUID change = UUID.randomUUID();
    final String anew = "pay_" + change;

    @BeforeEach
    void anOrderOfOne() {
        handsSay(okJson("{\"way\":\"HAND\",\"says\":\"\"}"));
        opens(okJson("{\"id\":\"%s\",\"url\":\"/sandbox/pay/%s\",\"status\":\"OPEN\"}".formatted(anew, anew)));
        stands("pay_1", "AUTHORISED");
        stands(anew, "OPEN");
        sku = fresh(5);
        priced(5_000);
        id = shop().place(shop().readyCheckout(Map.of(sku, 1), "mara@example.org"))
                .body()
                .path("orderId")
                .asString();
    }

    Answer drop() {
        return shop().admin("POST", "/orders/" + id + "/changes/off", "{}");
    }

    void staysAsItWas(String why) {
        JsonNode dearer = whole().path("dearer");
        assertThat(dearer.path("state").asString()).isEqualTo("ENDED");
        assertThat(dearer.path("reason").asString()).isEqualTo(why);
        assertThat(facts().path("lines").get(0).path("quantity").asInt()).isEqualTo(1);
        assertThat(facts().path("paymentId").asString()).isEqualTo("pay_1");
        assertThat(level("reserved")).isEqualTo(1);
        assertThat(acts("CHANGE")).noneMatch(it -> it.has("formerPaymentId"));
        assertThat(acts("CHANGE_OFF"))
                .singleElement()
                .satisfies(
                        it -> assertThat(it.path("openedPaymentId").asString()).isEqualTo(anew));
    }

    /** Its time to be looked at has come. */
    boolean later() {
        clock.forward(Duration.ofMinutes(2));
        settle.all();
        return true;
    }

    Answer wants(UUID act, int pieces, boolean payMore) {
        return asks(act, "\"quantities\":{\"%s\":%d},\"payMore\":%s".formatted(sku, pieces, payMore));
    }

    Answer asks(UUID act, String what) {
        return shop().admin(
                        "POST", "/orders/" + id + "/changes", "{\"id\":\"" + act + "\",\"by\":\"ida\"," + what + "}");
    }

    JsonNode whole() {
        return shop().admin("GET", "/orders/" + id, "").body();
    }

    JsonNode facts() {
        return whole().path("order");
    }

    String state() {
        return whole().path("dearer").path("state").asString();
    }

    String way(String kind) {
        return whole().path("acts")
                .valueStream()
                .filter(it -> it.path("kind").asString().equals(kind))
                .findFirst()
                .orElseThrow()
                .path("way")
                .asString();
    }

    /** What the connectors were asked to do for this order. */
    List<JsonNode> acts(String kind) {
        return CONNECTORS
                .findAll(postRequestedFor(urlEqualTo("/api/v1/acts"))
                        .withRequestBody(matchingJsonPath("$.act", equalTo(kind)))
                        .withRequestBody(matchingJsonPath("$.orderId", equalTo(id))))
                .stream()
                .map(it -> json.readTree(it.getBodyAsString()))
                .toList();
    }

    void handsSay(ResponseDefinitionBuilder answer) {
        CONNECTORS.stubFor(post(urlEqualTo("/api/v1/acts")).willReturn(answer));
    }

    void opens(ResponseDefinitionBuilder answer) {
        CONNECTORS.stubFor(post(urlEqualTo("/api/v1/payments"))
                .withHeader("Idempotency-Key", equalTo(change.toString()))
                .willReturn(answer));
    }

    void stands(String payment, String status) {
        CONNECTORS.stubFor(get(urlEqualTo("/api/v1/payments/" + payment))
                .willReturn(okJson("{\"id\":\"%s\",\"status\":\"%s\"}".formatted(payment, status))));
    }

    void nobodyKnows(String payment) {
        CONNECTORS.stubFor(get(urlEqualTo("/api/v1/payments/" + payment))
                .willReturn(aResponse().withStatus(404)));
    }

    String page(String path) {
        return shop().send("GET", path, "text/plain", "", Map.of()).body();
    }

    void priced(long price) {
        priced(sku, price);
    }

    void priced(String what, long price) {
        assertThat(shop().admin("PUT", "/prices/" + what, "{\"price\":" + price + "}")
                        .status())
                .isEqualTo(200);
        await().until(() -> shelf.item(what).orElseThrow().variant().price() == price);
    }

    int level(String count) {
        return shop().admin("GET", "/stock/" + sku, "").body().path(count).asInt();
    }
}
