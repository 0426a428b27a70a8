package io.tillflow.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tillflow.connectors.provider.TestDatabase;
import io.tillflow.connectors.workers.MessagingWorkers;
import io.tillflow.connectors.workers.PaymentWorkers;
import io.tillflow.connectors.workers.ReturnWorkers;
import io.tillflow.connectors.workers.ShippingWorkers;
import io.tillflow.processes.CapturePayment;
import io.tillflow.processes.CreateShipment;
import io.tillflow.processes.EmailTemplate;
import io.tillflow.processes.RefundPart;
import io.tillflow.processes.SendEmail;
import io.tillflow.processes.Step;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Staff and automation do the same steps: whoever is first, and when both are at once, each is done once. */
class ByHandIT {
    private static final JsonMapper JSON = new JsonMapper();
    private static final long TOTAL = 11_200;
    private static final String SHOP = ", \"reason\": \"SHOP\"";

    private static FakeShop shop;
    private static RunningApp app;

    private final JdbcClient database = TestDatabase.jdbc();
    private final String order = UUID.randomUUID().toString();
    private final String back = UUID.randomUUID().toString();
    private String payment = "";

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

    @Test
    void moneyIsTakenOnceWhoeverIsFirst() throws Exception {
        assertThat(act("CAPTURE", "").path("way").asString()).isEqualTo("HAND");
        String receipt = automationCaptures();
        assertThat(act("CAPTURE", "").path("says").asString()).isEqualTo("€112.00");
        assertThat(automationCaptures()).isEqualTo(receipt);
        assertThat(count("sandbox_charge")).isEqualTo(1);
    }

    @Test
    void moneyIsTakenOnceAlsoAtTheSameTime() throws Exception {
        AtOnce.each(() -> act("CAPTURE", ""), this::automationCaptures);
        assertThat(count("sandbox_charge")).isEqualTo(1);
    }

    @Test
    void aParcelLeavesOnceWithTheCarrierOfWhoWasFirst() throws Exception {
        assertThat(act("SHIP", ", \"carrier\": \"parcel\"").path("says").asString())
                .startsWith("parcel ")
                .endsWith(automationShips());
        assertThat(count("sandbox_shipment")).isEqualTo(1);
        assertThat(shop.statesOf(order)).containsExactly("SHIPPED");
    }

    @Test
    void theAutomationsParcelIsTheOneThatStaffGet() throws Exception {
        String number = automationShips();
        assertThat(act("SHIP", ", \"carrier\": \"parcel\"").path("says").asString())
                .isEqualTo("UPS " + number);
        assertThat(send("KEEP", "", payment).statusCode()).isEqualTo(409);
        assertThat(count("sandbox_shipment")).isEqualTo(1);
    }

    @Test
    void aParcelLeavesOnceAlsoAtTheSameTime() throws Exception {
        AtOnce.each(() -> act("SHIP", ", \"carrier\": \"parcel\""), this::automationShips);
        assertThat(count("sandbox_shipment")).isEqualTo(1);
    }

    @Test
    void moneyGoesBackOnceAndOneLetterSaysSo() throws Exception {
        act("CAPTURE", "");
        AtOnce.each(() -> refund(), this::automationRefunds);
        assertThat(refund().path("says").asString()).isEqualTo("€5.00");
        assertThat(automationRefunds()).isEqualTo("500");
        app.bean(MessagingWorkers.class)
                .sendEmail(new SendEmail(
                        order,
                        EmailTemplate.RETURN_REFUNDED,
                        Map.of("refundedAmount", "5.00 EUR"),
                        Step.SEND_RETURN_REFUND.effect(back, 1)));
        assertThat(database.sql("select amount from connectors.sandbox_refund where payment_id = :payment")
                        .param("payment", payment)
                        .query(Long.class)
                        .list())
                .containsExactly(500L);
        assertThat(letters()).hasSize(1);
    }

    @Test
    void whatCannotBeDoneIsSaid() throws Exception {
        assertThat(send("SHIP", "", "pay_of_nobody").body()).contains("409", "pay_of_nobody");
        assertThat(send("SHIP", ", \"carrier\": \"Pigeon\"", payment).body()).contains("these do: ");
        assertThat(send("DANCE", "", payment).statusCode()).isEqualTo(400);
        assertThat(refundAnswer().statusCode()).isEqualTo(409);
        shop.knows(order, "mara@example.org", "00001");
        assertThat(send("SHIP", "", payment).body()).contains("No carrier goes to this address");
    }

    /** Its order is locked by then, so a refusal alone would leave it there with its money held. */
    @Test
    void whatTheCarrierRefusesIsToBeCalledOff() throws Exception {
        String mara = "mara-" + order + "@example.org";
        shop.knows(order, mara, "00001");
        assertThatThrownBy(this::automationShips).hasMessageContaining("no carrier");
        shop.knows(order, mara, "10115");
        assertThat(act("SHIP", "").toString())
                .contains("REFUSED", "ADDRESS_UNDELIVERABLE", "no carrier goes to this address");
        String because = ", \"reason\": \"ADDRESS_UNDELIVERABLE\"";
        assertThat(act("CANCEL", because).path("way").asString()).isEqualTo("HAND");
        act("CANCEL", because);
        assertThat(paymentStatus()).isEqualTo("VOIDED");
        assertThat(letters()).containsExactly("Your order U-1001 is cancelled");
    }

    @Test
    void aParcelThatStaffKeepHereNeverLeaves() throws Exception {
        act("KEEP", "");
        assertThatThrownBy(this::automationShips).hasMessageContaining("keep its parcel here");
        assertThat(act("SHIP", "").path("callOff").asString()).isEqualTo("ADDRESS_UNDELIVERABLE");
    }

    @Test
    void aLetterThatNobodyTakesKeepsNothingFromBeingDone() throws Exception {
        database.sql("insert into connectors.letter values (default, ?, ?, 'any', 'REFUSED', 'code 550', 1, now())")
                .params(Step.SEND_CANCELLATION.effect(order, 1), order)
                .update();
        assertThat(act("CANCEL", SHOP).path("says").asString()).contains("not be sent");
        assertThat(paymentStatus()).isEqualTo("VOIDED");
    }

    @Test
    void aCancellationIsLeftToAnInstanceThatWaitsForIt() throws Exception {
        place();
        await().atMost(OrderJourneyIT.PATIENCE).until(() -> one(Boolean.class, """
                        select exists (select from history.message_subscription
                         where correlation_key = ? and name = 'order-cancel-requested' and state = 'OPEN')
                        """));
        assertThat(act("CANCEL", SHOP).path("way").asString()).isEqualTo("AUTOMATION");
        assertThat(act("CANCEL", SHOP + ", \"atOnce\": true").path("way").asString())
                .isEqualTo("HAND");
        event("order-cancel-requested", "{\"cancellation\": {\"reason\": \"SHOP\"}}");
        awaitCompleted();
        assertThat(paymentStatus()).isEqualTo("VOIDED");
        assertThat(letters()).containsExactly("Your order U-1001 is cancelled");
    }

    /** Staff do the whole order; then it is switched on, and what was held back finds everything done. */
    @Test
    void anAutomationThatWasOffSkipsWhatStaffDidMeanwhile() throws Exception {
        app.put("/api/v1/automations/order-fulfilment", "{\"state\": \"off\", \"reason\": \"test\", \"by\": \"ida\"}");
        try {
            place();
            act("SHIP", ", \"carrier\": \"parcel\"");
            act("CAPTURE", "");
            event("order-shipped-by-hand", "{\"staff\": {\"act\": \"a1\"}}");
        } finally {
            app.put("/api/v1/automations/order-fulfilment", "{\"state\": \"on\", \"by\": \"ida\"}");
        }
        assertThat(app.send("POST", "/api/v1/automations/order-fulfilment/unwanted/publication", "")
                        .statusCode())
                .isEqualTo(200);
        awaitCompleted();
        assertThat(count("sandbox_charge")).isEqualTo(1);
        assertThat(count("sandbox_shipment")).isEqualTo(1);
        assertThat(shop.statesOf(order)).startsWith("SHIPPED").endsWith("DELIVERED", "COMPLETED");
    }

    private String automationCaptures() {
        return app.bean(PaymentWorkers.class)
                .capture(new CapturePayment(order, payment, TOTAL, "EUR", Step.CAPTURE_PAYMENT.effect(order, 1)))
                .receipt();
    }

    private String automationShips() {
        return app.bean(ShippingWorkers.class)
                .createShipment(new CreateShipment(order, "UPS", "standard", Step.CREATE_SHIPMENT.effect(order, 1)))
                .trackingNumber();
    }

    private String automationRefunds() {
        return String.valueOf(app.bean(ReturnWorkers.class)
                .refundPart(new RefundPart(order, payment, 500, "EUR", Step.REFUND_RETURN.effect(back, 1)))
                .refunded());
    }

    private JsonNode refund() throws Exception {
        HttpResponse<String> answer = refundAnswer();
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> refundAnswer() throws Exception {
        return app.send("POST", "/api/v1/acts", """
                {"act": "REFUND", "orderId": "%s", "paymentId": "%s", "returnId": "%s", "amount": 500, "currency": "EUR", "atOnce": true}
                """.formatted(order, payment, back));
    }

    private JsonNode act(String act, String more) throws Exception {
        HttpResponse<String> answer = send(act, more, payment);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> send(String act, String more, String paymentId) throws Exception {
        return app.send("POST", "/api/v1/acts", """
                {"act": "%s", "orderId": "%s", "paymentId": "%s", "amount": %d, "currency": "EUR"%s}
                """.formatted(act, order, paymentId, TOTAL, more));
    }

    private void place() throws Exception {
        event("order-placed", """
                {"businessKey": "U-1001", "payment": {"id": "%2$s"}, "order": {"id": "%1$s", "number": "U-1001",
                  "customerId": "c1", "channel": "demo", "currency": "EUR", "total": 11200, "items": 1, "weightGrams": 1200,
                  "country": "DE", "express": false, "firstOrder": true, "addressMismatch": true, "pastDeclines": 0}}
                """.formatted(order, payment));
    }

    private void event(String type, String data) throws Exception {
        HttpResponse<String> answer = app.send("POST", "/api/v1/intake/events", """
                [{"source": "shop", "id": "%1$s-%2$s", "type": "%1$s", "subject": "%2$s", "time": "2026-01-31T09:30:00Z", "data": %3$s}]
                """.formatted(type, order, data));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private void awaitCompleted() {
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

    private long count(String table) {
        return one(Long.class, "select count(*) from connectors." + table + " where reference = ?");
    }

    private String paymentStatus() {
        return one(String.class, "select status from connectors.sandbox_payment where reference = ?");
    }

    private <T> T one(Class<T> type, String ofTheOrder) {
        return database.sql(ofTheOrder).param(order).query(type).single();
    }

    private List<String> letters() {
        return database.sql("select subject from connectors.mailbox where recipient = :to order by seq")
                .param("to", "mara-" + order + "@example.org")
                .query(String.class)
                .list();
    }
}
