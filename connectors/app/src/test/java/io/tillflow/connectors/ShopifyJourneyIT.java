package io.tillflow.connectors;

import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.camunda.client.api.command.ClientException;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.tillflow.connectors.provider.TestDatabase;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An order of a Shopify store through its webhook, the intake and a process on the real broker; only the store is a fake. */
class ShopifyJourneyIT {
    private static final String SECRET = "shpss_" + UUID.randomUUID();
    private static final String STORE = "ullmere.myshopify.com";
    private static final String GRAPHQL = "/admin/api/2026-10/graphql.json";
    private static final WireMockServer SHOPIFY =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));

    private static FakeShop shop;
    private static RunningApp app;

    private final JdbcClient database = TestDatabase.jdbc();
    private final long number = System.nanoTime();

    @BeforeAll
    static void startTheApp() throws Exception {
        SHOPIFY.start();
        answerAsShopify();
        shop = new FakeShop();
        app = RunningApp.start(
                shop,
                Map.of(
                        "TILLFLOW_SHOPIFY_STORE",
                        STORE,
                        "TILLFLOW_SHOPIFY_CLIENT_ID",
                        "app-1",
                        "TILLFLOW_SHOPIFY_ENDPOINT",
                        "http://127.0.0.1:" + SHOPIFY.port()));
        assertThat(app.send(
                                "PUT",
                                "/api/v1/secrets/SHOPIFY_CLIENT_SECRET",
                                "{\"value\": \"" + SECRET + "\", \"by\": \"mara\"}")
                        .statusCode())
                .isEqualTo(204);
        await().atMost(OrderJourneyIT.PATIENCE)
                .ignoreExceptionsInstanceOf(ClientException.class)
                .until(() -> RunningBroker.client()
                                .newDeployResourceCommand()
                                .addProcessModel(process(), "care-for-shopify-orders.bpmn")
                                .send()
                                .join()
                                .getProcesses()
                                .size()
                        == 1);
        await().atMost(OrderJourneyIT.PATIENCE)
                .until(() -> app.send("GET", "/api/v1/automations/care-for-shopify-orders", "")
                                .statusCode()
                        == 200);
    }

    @AfterAll
    static void stopTheApp() {
        app.close();
        shop.close();
        SHOPIFY.stop();
    }

    private static void answerAsShopify() {
        SHOPIFY.stubFor(post(urlEqualTo("/admin/oauth/access_token"))
                .willReturn(
                        okJson("{\"access_token\": \"shpat_1\", \"scope\": \"write_orders\", \"expires_in\": 86399}")));
        answer("query Order(", """
                {"order": {"id": "gid://shopify/Order/1", "name": "#1001", "currencyCode": "EUR", "note": null, "cancelledAt": null,
                           "displayFinancialStatus": "PAID", "displayFulfillmentStatus": "UNFULFILLED", "fulfillments": []}}""");
        answer("query OrderParcels(", """
                {"order": {"fulfillmentOrders": {"nodes": [{"id": "gid://shopify/FulfillmentOrder/1", "status": "OPEN"}]}}}""");
        answer("query Connection", """
                {"shop": {"name": "Ullmere"},
                 "currentAppInstallation": {"accessScopes": [{"handle": "write_orders"}, {"handle": "read_locations"}, {"handle": "read_products"},
                                                             {"handle": "write_merchant_managed_fulfillment_orders"}]}}""");
        answer("mutation OrderNote(", "{\"orderUpdate\": {\"userErrors\": []}}");
        answer("mutation HandOver(", "{\"fulfillmentCreate\": {\"userErrors\": []}}");
    }

    private static void answer(String operation, String data) {
        SHOPIFY.stubFor(post(urlEqualTo(GRAPHQL))
                .withRequestBody(containing(operation))
                .willReturn(okJson("{\"data\": " + data + "}")));
    }

    /** Notes the order, tells that it left, and asks for what Shopify has no such thing for. */
    private static BpmnModelInstance process() {
        return Bpmn.createExecutableProcess("care-for-shopify-orders")
                .startEvent()
                .message("shopify-order-created")
                .serviceTask("note-order")
                .zeebeJobType("commerce.note-order")
                .zeebeInputExpression("order.id", "orderId")
                .zeebeInputExpression("\"Taken up: \" + string(order.total)", "text")
                .zeebeInputExpression("order.id + \"/note-order/1\"", "effectKey")
                .serviceTask("show-shipped")
                .zeebeJobType("commerce.update-order")
                .zeebeInputExpression("order.id", "orderId")
                .zeebeInput("SHIPPED", "state")
                .zeebeInput("DHL", "carrier")
                .zeebeInput("ULM1", "trackingNumber")
                .zeebeInputExpression("order.id + \"/show-shipped/1\"", "effectKey")
                .serviceTask("allocate-stock")
                .zeebeJobType("commerce.allocate-stock")
                .zeebeInputExpression("order.id", "orderId")
                .zeebeInputExpression("order.id + \"/allocate-stock/1\"", "effectKey")
                .endEvent()
                .done();
    }

    private int tell(String topic, String store, String secret, String body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String signed = Base64.getEncoder().encodeToString(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        return app.exchange(HttpRequest.newBuilder(app.at("/api/v1/webhooks/shopify"))
                        .header("Content-Type", "application/json")
                        .header("X-Shopify-Topic", topic)
                        .header("X-Shopify-Shop-Domain", store)
                        .header("X-Shopify-Webhook-Id", UUID.randomUUID().toString())
                        .header("X-Shopify-Hmac-Sha256", signed)
                        .POST(HttpRequest.BodyPublishers.ofString(body)))
                .statusCode();
    }

    private String order() {
        return """
                {"id": %d, "name": "#1001", "email": "mara@example.org", "created_at": "2026-03-02T12:00:00-05:00", "currency": "EUR",
                 "total_price": "164.90", "total_weight": 1400, "financial_status": "paid", "source_name": "web", "test": false,
                 "shipping_address": {"name": "Mara Lindqvist", "country_code": "DE"}, "line_items": [{"quantity": 2}]}
                """.formatted(number);
    }

    /** Everything the order's instance knows. */
    private List<String> variables() {
        return database.sql("""
                        select value::text from history.variable
                         where process_instance_key in
                               (select process_instance_key from history.variable where value::text like '%shopify-' || :number || '%')
                        """)
                .param("number", String.valueOf(number))
                .query(String.class)
                .list();
    }

    @Test
    void anOrderBeginsOneInstanceThatWorksInTheStoreAndIsToldWhatTheStoreCannotDo() throws Exception {
        assertThat(tell("orders/create", STORE, "shpss_of_somebody", order())).isEqualTo(401);
        assertThat(tell("orders/create", "another.myshopify.com", SECRET, order()))
                .isEqualTo(400);
        assertThat(tell("orders/updated", STORE, SECRET, order())).isEqualTo(202);
        assertThat(tell("orders/create", STORE, SECRET, order())).isEqualTo(200);
        assertThat(tell("orders/create", STORE, SECRET, order())).isEqualTo(200);

        await().atMost(OrderJourneyIT.PATIENCE)
                .untilAsserted(() -> assertThat(database.sql("""
                                select error_message from history.incident where error_message like '%shopify-' || :number || '%'
                                """)
                                .param("number", String.valueOf(number))
                                .query(String.class)
                                .list())
                        .singleElement()
                        .asString()
                        .contains("expected shopify to put goods aside for order shopify-" + number)
                        .contains("does not offer that"));
        SHOPIFY.verify(1, postRequestedFor(urlEqualTo(GRAPHQL)).withRequestBody(containing("Taken up: 16490")));
        SHOPIFY.verify(
                1,
                postRequestedFor(urlEqualTo(GRAPHQL))
                        .withRequestBody(containing("mutation HandOver("))
                        .withRequestBody(containing("\"number\":\"ULM1\"")));
        assertThat(database.sql("select count(*) from connectors.inbox where subject = :subject")
                        .param("subject", "shopify-" + number)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(variables())
                .anyMatch(value -> value.contains("16490"))
                .noneMatch(value -> value.contains("Mara") || value.contains("mara@"));
        assertThat(app.send("GET", "/api/v1/shops", "").body())
                .contains("\"title\":\"Ullmere\"", "lacks permissions: read_inventory, write_inventory: give");
        assertThat(app.send("GET", "/api/v1/connectors", "").body())
                .contains("\"ullmere and shopify\"", "\"ownShopOnly\":\"it takes payments itself");
    }
}
