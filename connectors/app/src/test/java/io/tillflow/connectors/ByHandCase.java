package io.tillflow.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillflow.connectors.provider.TestDatabase;
import io.tillflow.connectors.workers.PaymentWorkers;
import io.tillflow.connectors.workers.ReturnWorkers;
import io.tillflow.connectors.workers.ShippingWorkers;
import io.tillflow.processes.CapturePayment;
import io.tillflow.processes.CreateShipment;
import io.tillflow.processes.RefundPart;
import io.tillflow.processes.Step;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An order that is paid, with what staff and its automation do to it. */
abstract class ByHandCase {
    static final JsonMapper JSON = new JsonMapper();
    static final long TOTAL = 11_200;
    static final String SHOP = ", \"reason\": \"SHOP\"";

    static FakeShop shop;
    static RunningApp app;

    final JdbcClient database = TestDatabase.jdbc();
    final String order = UUID.randomUUID().toString();
    final String back = UUID.randomUUID().toString();
    String payment = "";

    @BeforeAll
    static void startTheApp() throws Exception {
        shop = new FakeShop();
        app = RunningApp.start(shop);
        await().atMost(OrderJourneyIT.PATIENCE)
                .until(() -> app.send("GET", "/api/v1/automations/order-fulfilment", "")
                                .statusCode()
                        == 200);
    }

    @AfterAll
    static void stopTheApp() {
        app.close();
        shop.close();
    }

    @BeforeEach
    void anOrderIsPaid() throws Exception {
        shop.knows(order, "mara-" + order + "@example.org", "10115");
        HttpResponse<String> opened =
                app.send("POST", "/api/v1/payments", """
                {"reference": "%1$s", "amount": 11200, "currency": "EUR", "returnUrl": "/orders/%1$s?token=t"}
                """.formatted(order), "Idempotency-Key", order);
        payment = JSON.readTree(opened.body()).path("id").asString("");
        app.exchange(HttpRequest.newBuilder(app.at("/sandbox/pay/" + payment))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("cardNumber=4242424242424242", StandardCharsets.UTF_8)));
    }

    JsonNode sendExchange(String exchange) throws Exception {
        HttpResponse<String> answer = app.send("POST", "/api/v1/acts", """
                {"act": "EXCHANGE", "orderId": "%s", "paymentId": "%s", "amount": 500, "currency": "EUR"%s}
                """.formatted(order, payment, exchange));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    String automationReplaces() {
        app.bean(ReturnWorkers.class)
                .refundPart(new RefundPart(order, payment, 500, "EUR", Step.REFUND_DIFFERENCE.effect(back, 1)));
        return app.bean(ShippingWorkers.class)
                .createShipment(
                        new CreateShipment(order, "UPS", "standard", back, 900, Step.SHIP_REPLACEMENT.effect(back, 1)))
                .trackingNumber();
    }

    String automationCaptures() {
        return app.bean(PaymentWorkers.class)
                .capture(new CapturePayment(order, payment, TOTAL, "EUR", Step.CAPTURE_PAYMENT.effect(order, 1)))
                .receipt();
    }

    String automationShips() {
        return app.bean(ShippingWorkers.class)
                .createShipment(new CreateShipment(order, "UPS", "standard", Step.CREATE_SHIPMENT.effect(order, 1)))
                .trackingNumber();
    }

    String automationRefunds() {
        return String.valueOf(app.bean(ReturnWorkers.class)
                .refundPart(new RefundPart(order, payment, 500, "EUR", Step.REFUND_RETURN.effect(back, 1)))
                .refunded());
    }

    JsonNode refund() throws Exception {
        HttpResponse<String> answer = refundAnswer();
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    HttpResponse<String> refundAnswer() throws Exception {
        return app.send("POST", "/api/v1/acts", """
                {"act": "REFUND", "orderId": "%s", "paymentId": "%s", "returnId": "%s", "amount": 500, "currency": "EUR", "atOnce": true}
                """.formatted(order, payment, back));
    }

    JsonNode act(String act, String more) throws Exception {
        HttpResponse<String> answer = send(act, more, payment);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    HttpResponse<String> send(String act, String more, String paymentId) throws Exception {
        return app.send("POST", "/api/v1/acts", """
                {"act": "%s", "orderId": "%s", "paymentId": "%s", "amount": %d, "currency": "EUR"%s}
                """.formatted(act, order, paymentId, TOTAL, more));
    }

    void place() throws Exception {
        event("order-placed", """
                {"businessKey": "U-1001", "payment": {"id": "%2$s"}, "order": {"id": "%1$s", "number": "U-1001",
                  "customerId": "c1", "channel": "demo", "currency": "EUR", "total": 11200, "items": 1, "weightGrams": 1200,
                  "country": "DE", "express": false, "firstOrder": true, "addressMismatch": true, "pastDeclines": 0}}
                """.formatted(order, payment));
    }

    void event(String type, String data) throws Exception {
        HttpResponse<String> answer = app.send("POST", "/api/v1/intake/events", """
                [{"source": "shop", "id": "%1$s-%2$s", "type": "%1$s", "subject": "%2$s", "time": "2026-01-31T09:30:00Z", "data": %3$s}]
                """.formatted(type, order, data));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    void awaitCompleted() {
        await().atMost(OrderJourneyIT.PATIENCE)
                .untilAsserted(() -> assertThat(database.sql("""
                        select i.state || ' ' || i.open_incidents from history.process_instance i where i.key in
                               (select process_instance_key from history.message_correlation where correlation_key = :order and kind = 'START')
                        """)
                                .param("order", order)
                                .query(String.class)
                                .list())
                        .containsExactly("COMPLETED 0"));
    }

    long count(String table) {
        return one(Long.class, "select count(*) from connectors." + table + " where reference = ?");
    }

    String paymentStatus() {
        return one(String.class, "select status from connectors.sandbox_payment where reference = ?");
    }

    <T> T one(Class<T> type, String ofTheOrder) {
        return database.sql(ofTheOrder).param(order).query(type).single();
    }

    List<String> letters() {
        return database.sql("select subject from connectors.mailbox where recipient = :to order by seq")
                .param("to", "mara-" + order + "@example.org")
                .query(String.class)
                .list();
    }
}
