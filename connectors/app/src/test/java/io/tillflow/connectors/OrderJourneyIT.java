package io.tillflow.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import io.tillflow.connectors.provider.TestDatabase;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Whole orders through the app, the shipped process and the real broker; only the shop is a fake. */
class OrderJourneyIT {
    static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String GOOD_CARD = "4242424242424242";
    private static final JsonMapper JSON = new JsonMapper();

    private static FakeShop shop;
    private static RunningApp app;

    private final JdbcClient database = TestDatabase.jdbc();
    private final String order = UUID.randomUUID().toString();
    private final String shopper = "mara-" + order + "@example.org";

    @BeforeAll
    static void startTheApp() throws Exception {
        shop = new FakeShop();
        app = RunningApp.start(shop);
    }

    @AfterAll
    static void stopTheApp() {
        app.close();
        shop.close();
    }

    @BeforeEach
    void theShopKnowsTheOrder() {
        shop.knows(order, shopper, "10115");
    }

    @AfterEach
    void theProvidersBehave() throws Exception {
        app.put("/api/v1/sandbox/faults", "{\"provider\":\"payments\"}");
    }

    @Test
    void anOrderIsPaidShippedDeliveredAndFollowedUp() throws Exception {
        place(openPayment());
        pay(GOOD_CARD);

        awaitInstance("COMPLETED");
        assertThat(shop.statesOf(order))
                .containsSubsequence("AWAITING_PAYMENT", "PAID", "PREPARING", "SHIPPED", "DELIVERED", "COMPLETED");
        assertThat(count("sandbox_charge")).isEqualTo(1);
        assertThat(count("sandbox_shipment")).isEqualTo(1);
        assertThat(subjects()).containsExactly("Your order U-1001 is confirmed", "How are your new things?");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(eventStates())
                        .containsExactly("order-placed DONE", "payment-authorised DONE", "shipment-delivered DONE"));
    }

    @Test
    void aLetterAboutAnAccountGoesOutOnceAndItsAddressStaysOutOfTheProcess() throws Exception {
        shop.writes(order, shopper);
        for (int i = 0; i < 2; i++) {
            app.send("POST", "/api/v1/intake/events", """
                    [{"source": "shop", "id": "asked-%1$s", "type": "account-letter-requested", "subject": "%1$s",
                      "time": "2026-01-31T09:30:00Z",
                      "data": {"businessKey": "account-join", "letter": {"id": "%1$s", "kind": "account-join"}}}]
                    """.formatted(order));
        }
        awaitInstance("COMPLETED");
        assertThat(subjects()).containsExactly("Your account at Ullmere");
        assertThat(database.sql("select count(*) from history.variable where value::text like :shopper")
                        .param("shopper", "%" + shopper + "%")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aRepeatedWebhookIsOneEvent() throws Exception {
        place(openPayment());
        pay("4000000000009003");

        awaitInstance("COMPLETED");
        assertThat(eventStates())
                .filteredOn(state -> state.startsWith("payment-authorised"))
                .hasSize(1);
        assertThat(count("sandbox_charge")).isEqualTo(1);
    }

    @Test
    void aDeclinedShopperGetsANewLinkAndPaysWithIt() throws Exception {
        place(openPayment());
        pay("4000000000009995");
        await().atMost(PATIENCE).until(() -> subjects().contains("Your order U-1001 waits for its payment"));
        String letter = database.sql("select text from connectors.mailbox where recipient = :to")
                .param("to", shopper)
                .query(String.class)
                .single();
        assertThat(letter).contains("the account does not hold enough money", "/sandbox/pay/" + payment());

        pay(GOOD_CARD);
        awaitInstance("COMPLETED");
        assertThat(count("sandbox_charge")).isEqualTo(1);
    }

    @Test
    void aCaptureThatTimesOutIsTriedAgainAndChargesOnce() throws Exception {
        place(openPayment());
        pay("4000000000007072");

        awaitInstance("COMPLETED");
        assertThat(count("sandbox_charge")).isEqualTo(1);
    }

    @Test
    void cancellingAndReactivatingThePaymentStepStillChargesOnce() throws Exception {
        place(openPayment());
        shop.awaitState(order, "AWAITING_PAYMENT");
        shipmentsWait();
        pay(GOOD_CARD);
        shop.awaitState(order, "PREPARING");
        app.put("/api/v1/sandbox/faults", "{\"provider\":\"payments\",\"lostAnswerRate\":1}");
        shipmentsGo();
        await().atMost(PATIENCE).until(() -> count("sandbox_charge") == 1);

        long instance = instance();
        long element = activeElement(instance, "capture-payment");
        CamundaClient client = RunningBroker.client();
        client.newModifyProcessInstanceCommand(instance)
                .activateElement("capture-payment")
                .and()
                .terminateElement(element)
                .send()
                .join();
        await().atMost(PATIENCE).until(() -> activeElement(instance, "capture-payment") != element);
        app.put("/api/v1/sandbox/faults", "{\"provider\":\"payments\"}");

        awaitInstance("COMPLETED");
        assertThat(count("sandbox_charge")).isEqualTo(1);
    }

    @Test
    void anUndeliverableAddressGivesTheMoneyFree() throws Exception {
        shop.knows(order, shopper, "00001");
        place(openPayment());
        pay(GOOD_CARD);

        shop.awaitState(order, "CANCELLED");
        awaitInstance("COMPLETED");
        assertThat(count("sandbox_charge")).isZero();
        assertThat(paymentStatus()).isEqualTo("VOIDED");
        assertThat(subjects()).contains("Your order U-1001 is cancelled");
    }

    @Test
    void onlyTheServiceTokenGetsIn() throws Exception {
        HttpResponse<String> answer = app.exchange(HttpRequest.newBuilder(app.at("/api/v1/mailbox")));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        HttpRequest.Builder unsigned = HttpRequest.newBuilder(app.at("/api/v1/webhooks/payments"))
                .POST(HttpRequest.BodyPublishers.ofString("{}"));
        assertThat(app.exchange(unsigned).statusCode()).isEqualTo(401);
    }

    @Test
    void aMalformedEventRefusesTheWholeBatch() throws Exception {
        HttpResponse<String> answer = app.send("POST", "/api/v1/intake/events", """
                [{"source": "shop", "id": "good-%s", "type": "stock-available", "subject": "%s", "time": "2026-01-31T09:30:00Z", "data": {}},
                 {"source": "shop", "id": "bad-one", "type": "Not A Type", "subject": "7f3", "time": "2026-01-31T09:30:00Z", "data": {}}]
                """.formatted(order, order));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("bad-one");
        assertThat(eventStates()).isEmpty();
    }

    /** The carrier does not answer until told to, so that a test can prepare what comes after shipping. */
    private void shipmentsWait() throws Exception {
        app.put("/api/v1/sandbox/faults", "{\"provider\":\"shipping\",\"latencyMs\":1500}");
    }

    private void shipmentsGo() throws Exception {
        app.put("/api/v1/sandbox/faults", "{\"provider\":\"shipping\"}");
    }

    private String openPayment() throws Exception {
        HttpResponse<String> answer =
                app.send("POST", "/api/v1/payments", """
                {"reference": "%s", "amount": 11200, "currency": "EUR", "returnUrl": "/orders/%s?token=t"}
                """.formatted(order, order), "Idempotency-Key", order);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JSON.readTree(answer.body()).path("id").asString("");
    }

    private void place(String payment) throws Exception {
        HttpResponse<String> answer = app.send("POST", "/api/v1/intake/events", """
                [{"source": "shop", "id": "placed-%1$s", "type": "order-placed", "subject": "%1$s", "time": "2026-01-31T09:30:00Z",
                  "data": {"businessKey": "U-1001", "payment": {"id": "%2$s"}, "order": {"id": "%1$s", "number": "U-1001",
                    "customerId": "c1", "channel": "demo", "currency": "EUR", "total": 11200, "items": 1, "weightGrams": 1200,
                    "country": "DE", "express": false, "firstOrder": false, "addressMismatch": false, "pastDeclines": 0}}}]
                """.formatted(order, payment));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private void pay(String card) throws Exception {
        HttpResponse<String> answer = app.exchange(HttpRequest.newBuilder(app.at("/sandbox/pay/" + payment()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("cardNumber=" + card, StandardCharsets.UTF_8)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("/orders/" + order + "?token=t");
    }

    private String payment() {
        return database.sql(
                        "select id from connectors.sandbox_payment where reference = :order order by seq desc limit 1")
                .param("order", order)
                .query(String.class)
                .single();
    }

    private String paymentStatus() {
        return database.sql("select status from connectors.sandbox_payment where reference = :order")
                .param("order", order)
                .query(String.class)
                .single();
    }

    private void awaitInstance(String state) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(database.sql("""
                        select i.state || ' ' || i.open_incidents from history.process_instance i where i.key in
                               (select process_instance_key from history.message_correlation where correlation_key = :order and kind = 'START')
                        """)
                                .param("order", order)
                                .query(String.class)
                                .list())
                        .containsExactly(state + " 0"));
    }

    private long instance() {
        return database.sql("""
                select process_instance_key from history.message_correlation where correlation_key = :order and kind = 'START'
                """).param("order", order).query(Long.class).single();
    }

    private long activeElement(long instance, String elementId) {
        return await().atMost(PATIENCE)
                .until(
                        () -> database.sql("""
                                select key from history.element_instance
                                 where process_instance_key = :instance and element_id = :element and state = 'ACTIVE'
                                """)
                                .param("instance", instance)
                                .param("element", elementId)
                                .query(Long.class)
                                .optional()
                                .orElse(0L),
                        key -> key > 0);
    }

    private long count(String table) {
        return database.sql("select count(*) from connectors." + table + " where reference = :order")
                .param("order", order)
                .query(Long.class)
                .single();
    }

    private List<String> subjects() {
        return database.sql("select subject from connectors.mailbox where recipient = :to order by seq")
                .param("to", shopper)
                .query(String.class)
                .list();
    }

    private List<String> eventStates() {
        return database.sql("select type || ' ' || state from connectors.inbox where subject = :order order by seq")
                .param("order", order)
                .query(String.class)
                .list();
    }
}
