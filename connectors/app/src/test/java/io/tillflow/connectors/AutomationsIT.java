package io.tillflow.connectors;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.camunda.client.api.command.ClientException;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.builder.AbstractFlowNodeBuilder;
import io.tillflow.connectors.provider.TestDatabase;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Automations through the app and the real broker: what a dry run does not do, and what limits hold. */
class AutomationsIT {
    private static final JsonMapper JSON = new JsonMapper();
    private static final WireMockServer API =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));
    private static final String RUN = UUID.randomUUID().toString().substring(0, 8);
    private static final String CARES = "cares-" + RUN;
    private static final String WRITES = "writes-" + RUN;
    private static final String SORTS = "sorts-" + RUN;

    private static FakeShop shop;
    private static RunningApp app;

    private final JdbcClient database = TestDatabase.jdbc();

    @BeforeAll
    static void startTheApp() throws Exception {
        API.start();
        API.stubFor(any(anyUrl()).willReturn(okJson("{\"rate\": 490}")));
        shop = new FakeShop();
        app = RunningApp.start(shop);
        await().atMost(OrderJourneyIT.PATIENCE)
                .ignoreExceptionsInstanceOf(ClientException.class)
                .until(() -> RunningBroker.client()
                                .newDeployResourceCommand()
                                .addProcessModel(cares(), CARES + ".bpmn")
                                .addProcessModel(writes(), WRITES + ".bpmn")
                                .addProcessModel(sorts(), SORTS + ".bpmn")
                                .send()
                                .join()
                                .getProcesses()
                                .size()
                        == 3);
        awaitAutomation(CARES);
        awaitAutomation(WRITES);
        awaitAutomation(SORTS);
    }

    @AfterAll
    static void stopTheApp() {
        app.close();
        shop.close();
        API.stop();
    }

    /** Asks for a rate, tells somebody, gives money back, writes a letter. */
    private static BpmnModelInstance cares() {
        var asked = Bpmn.createExecutableProcess(CARES)
                .name("Care for delays")
                .startEvent()
                .message(CARES)
                .serviceTask("ask-rate")
                .zeebeJobType("http.request")
                .zeebeInput("GET", "method")
                .zeebeInput("http://127.0.0.1:" + API.port() + "/rates", "url")
                .zeebeTaskHeader("resultExpression", "={rate: response.body.rate}")
                .serviceTask("tell-partner")
                .zeebeJobType("http.request")
                .zeebeInput("POST", "method")
                .zeebeInput("http://127.0.0.1:" + API.port() + "/told", "url")
                .zeebeTaskHeader("resultExpression", "={told: response.body.id}")
                .zeebeTaskHeader("dryRunResult", "{\"told\": \"taken for told\"}")
                .serviceTask("refund-part")
                .zeebeJobType("payments.refund-part")
                .zeebeInputExpression("orderId", "orderId")
                .zeebeInput("pay_of_nobody", "paymentId")
                .zeebeInputExpression("500", "amount")
                .zeebeInput("EUR", "currency")
                .zeebeInputExpression("orderId + \"/refund-part/1\"", "effectKey")
                .zeebeOutputExpression("refunded", "refunded");
        return letter(asked).endEvent().done();
    }

    private static BpmnModelInstance writes() {
        return letter(Bpmn.createExecutableProcess(WRITES).startEvent().message(WRITES))
                .endEvent()
                .done();
    }

    /** Asks a language model about words that stay in the shop. */
    private static BpmnModelInstance sorts() {
        return Bpmn.createExecutableProcess(SORTS)
                .startEvent()
                .message(SORTS)
                .serviceTask("sort")
                .zeebeJobType("ai.classify")
                .zeebeInputExpression("orderId", "messageId")
                .zeebeInputExpression(
                        "{complaint: \"it is broken; I want my money back\", praise: \"I am happy; thank you\"}",
                        "labels")
                .serviceTask("find")
                .zeebeJobType("ai.extract")
                .zeebeInputExpression("orderId", "messageId")
                .zeebeInputExpression(
                        "{properties: {amount: {type: \"number\"}, mail: {type: \"string\", format: \"email\"}}}",
                        "schema")
                .endEvent()
                .done();
    }

    @Test
    void aLanguageModelSortsAShoppersWordsWhichStayInTheShop() throws Exception {
        String order = tell(SORTS);
        awaitEnded(order);
        assertThat(variables(order))
                .contains("label \"complaint\"", "answeredBy \"local all-minilm-l6-v2-q\"")
                .anyMatch(it -> it.contains("\"amount\": 19.9") && it.contains("[EMAIL_1]"))
                .noneMatch(it -> it.contains(FakeShop.WRITER));
        JsonNode local = get("/api/v1/ai").path("providers").get(0);
        assertThat(local.path("name").asString()).isEqualTo("local");
        assertThat(local.path("answered").asInt()).isGreaterThanOrEqualTo(2);
        assertThat(get("/api/v1/ai/calls").toString())
                .contains("\"skill\":\"classify\"", "\"prompt\":\"classify@0\"", "instance ")
                .doesNotContain(FakeShop.WRITER);
        assertThat(app.send("POST", "/api/v1/ai/questions", "{\"skill\": \"chat\", \"text\": \"Write a poem\"}")
                        .body())
                .contains("UNABLE", "TILLFLOW_AI_PROVIDERS");
        assertThat(app.send("POST", "/api/v1/ai/questions", "{\"skill\": \"sing\", \"text\": \"la\"}")
                        .body())
                .contains("skill must be one of");
    }

    private static AbstractFlowNodeBuilder<?, ?> letter(AbstractFlowNodeBuilder<?, ?> before) {
        return before.serviceTask("write")
                .zeebeJobType("messaging.send-email")
                .zeebeInputExpression("orderId", "orderId")
                .zeebeInput("follow-up", "template")
                .zeebeInputExpression("{}", "facts")
                .zeebeInputExpression("orderId + \"/write/1\"", "effectKey");
    }

    @Test
    void aDryRunAsksAndDecidesButDoesNothingAndSaysWhatItWouldHaveDone() throws Exception {
        JsonNode dry = put(CARES, "{\"state\": \"dry-run\", \"by\": \"mara\"}", 200);
        assertThat(dry.path("state").asString()).isEqualTo("dry-run");
        assertThat(dry.path("name").asString()).isEqualTo("Care for delays");
        String order = tell(CARES);

        awaitEnded(order);
        assertThat(API.getAllServeEvents())
                .extracting(call -> call.getRequest().getUrl())
                .containsExactly("/rates");
        assertThat(mailTo(order)).isEmpty();
        JsonNode wouldHave = get("/api/v1/automations/" + CARES + "/would-have").path("items");
        assertThat(wouldHave.valueStream().map(it -> it.path("elementId").asString()))
                .containsExactlyInAnyOrder("tell-partner", "refund-part", "write");
        assertThat(wouldHave.toString())
                .contains(
                        "\"action\":\"Refund part of a payment\"", "\"amount\":500", "\"paymentId\":\"pay_of_nobody\"")
                .doesNotContain("dryRun");
        assertThat(variables(order)).contains("rate 490", "told \"taken for told\"", "refunded 500");
        JsonNode after = get("/api/v1/automations/" + CARES);
        assertThat(after.path("wouldHave").asInt()).isEqualTo(3);
        assertThat(after.path("usedToday").path("messages").asInt()).isZero();
        assertThat(event(CARES).path("explanation").asString()).startsWith("begun in a dry run");
    }

    @Test
    void aReachedLimitPausesHoldsTheNextEventAndIsNotSwitchedOnAgainBeforeItIsRaised() throws Exception {
        put(WRITES + "/limits", "{\"messagesPerDay\": 1}", 200);
        String first = tell(WRITES);
        awaitEnded(first);
        assertThat(mailTo(first)).hasSize(1);
        JsonNode paused = get("/api/v1/automations/" + WRITES);
        assertThat(paused.path("state").asString()).isEqualTo("paused");
        assertThat(paused.path("changedBy").asString()).isEqualTo("limit");
        assertThat(paused.path("reason").asString()).isEqualTo("reached its limit of 1 messages a day");

        String second = tell(WRITES);
        await().atMost(OrderJourneyIT.PATIENCE)
                .until(() ->
                        get("/api/v1/automations/" + WRITES).path("waiting").asInt() == 1);
        String on = "{\"state\": \"on\", \"by\": \"mara\"}";
        assertThat(put(WRITES, on, 409).path("detail").asString()).contains("raise the limit");
        put(WRITES + "/limits", "{\"messagesPerDay\": 5}", 200);
        put(WRITES, on, 200);
        awaitEnded(second);
        assertThat(mailTo(second)).hasSize(1);
        assertThat(get("/api/v1/automations/" + WRITES)
                        .path("usedToday")
                        .path("messages")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void whatMakesNoSenseIsRefusedWithItsRemedy() throws Exception {
        assertThat(put(CARES, "{\"state\": \"asleep\", \"by\": \"mara\"}", 400)
                        .path("detail")
                        .asString())
                .isEqualTo("state must be one of on, dry-run, paused and off, was 'asleep'");
        assertThat(put(CARES, "{\"state\": \"off\", \"by\": \"mara\"}", 400)
                        .path("detail")
                        .asString())
                .contains("reason must be given");
        assertThat(put("nothing", "{\"state\": \"on\", \"by\": \"mara\"}", 404)
                        .path("detail")
                        .asString())
                .contains("no deployed process 'nothing'");
        assertThat(put(CARES + "/limits", "{\"spendPerDay\": 5}", 400)
                        .path("detail")
                        .asString())
                .contains("belong together");
    }

    @Test
    void anExperimentDrawnIntoAProcessIsNotedOnceAndNotAtAllOnPaper() throws Exception {
        ExperimentJourney.go(app);
    }

    private static void awaitAutomation(String id) {
        await().atMost(OrderJourneyIT.PATIENCE)
                .until(() -> app.send("GET", "/api/v1/automations/" + id, "").statusCode() == 200);
    }

    private static JsonNode get(String path) throws Exception {
        return JSON.readTree(app.send("GET", path, "").body());
    }

    private static JsonNode put(String path, String body, int status) throws Exception {
        HttpResponse<String> answer = app.send("PUT", "/api/v1/automations/" + path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }

    /** Of a new order; answers its id. */
    private static String tell(String message) throws Exception {
        String order = UUID.randomUUID().toString();
        shop.knows(order, order + "@example.org", "10115");
        HttpResponse<String> answer =
                app.send("POST", "/api/v1/intake/events", """
                [{"source": "test", "id": "%s", "type": "%s", "subject": "%s", "time": "2026-03-02T12:00:00Z", "data": {"orderId": "%s"}}]
                """.formatted(order, message, order, order));
        assertThat(answer.statusCode()).isEqualTo(200);
        return order;
    }

    private static JsonNode event(String message) throws Exception {
        JsonNode events = get("/api/v1/intake/events?type=" + message).path("items");
        return events.get(events.size() - 1);
    }

    private void awaitEnded(String order) {
        await().atMost(OrderJourneyIT.PATIENCE)
                .until(() -> database.sql("""
                        select exists (select from history.message_correlation c
                                         join history.process_instance p on p.key = c.process_instance_key
                                        where c.correlation_key = :order and p.state = 'COMPLETED')
                        """)
                        .param("order", order)
                        .query(Boolean.class)
                        .single());
        await().atMost(OrderJourneyIT.PATIENCE)
                .until(() -> get("/api/v1/intake/events?subject=" + order)
                        .path("items")
                        .get(0)
                        .path("state")
                        .asString()
                        .equals("DONE"));
    }

    private static List<JsonNode> mailTo(String order) throws Exception {
        return get("/api/v1/mailbox?to=" + order + "@example.org")
                .path("items")
                .valueStream()
                .toList();
    }

    private List<String> variables(String order) {
        return database.sql("""
                select v.name || ' ' || v.value from history.variable v
                  join history.message_correlation c on c.process_instance_key = v.scope_key where c.correlation_key = :order
                """).param("order", order).query(String.class).list();
    }
}
