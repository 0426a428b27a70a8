package io.tillflow.connectors;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.camunda.client.api.command.ClientException;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.tillflow.connectors.commerce.shopify.FakeShopify;
import io.tillflow.connectors.provider.TestDatabase;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * The real process dies again and again between effects and completions of each class, of our shop's orders and of a store's:
 * nothing is lost, nothing happens twice.
 */
class CrashIT {
    private static final List<String> CLASSES = List.of("keyed", "look-up-first", "at-most-once");
    /** How many jobs of each class must lose their process between effect and completion; deaths go on until there were so many. */
    private static final int OF_EACH = 20;

    /** Of these, which are all looked up first in the store, each that many at least. */
    private static final List<String> IN_THE_STORE = List.of("commerce.refund-order", "commerce.cancel-order");

    private static final int OF_EACH_IN_THE_STORE = 5;

    private static final int MOST_DEATHS = 40;
    private static final int TOGETHER = 24;
    private static final int ORDERS = 10;
    private static final int STORE_ORDERS = 24;
    private static final String STORE_PROCESS = "settle-store-order";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient database = TestDatabase.jdbc();
    private final FakeShop shop = new FakeShop();
    private final FakeShopify shopify = new FakeShopify();
    private final WireMockServer store = new WireMockServer(WireMockConfiguration.options()
            .dynamicPort()
            .bindAddress("127.0.0.1")
            .extensions(shopify));
    private final List<String> orders = IntStream.range(0, ORDERS)
            .mapToObj(order -> UUID.randomUUID().toString())
            .toList();
    private final List<String> storeOrders =
            Stream.generate(shopify::knows).limit(STORE_ORDERS).toList();
    private DyingApp app;

    @BeforeEach
    void start() throws IOException {
        store.start();
        store.stubFor(any(anyUrl()).willReturn(aResponse().withTransformers("shopify")));
        app = new DyingApp(
                shop,
                Map.of(
                        "TILLFLOW_SHOPIFY_STORE",
                        "ullmere.myshopify.com",
                        "TILLFLOW_SHOPIFY_CLIENT_ID",
                        "app-1",
                        "TILLFLOW_SHOPIFY_ENDPOINT",
                        "http://127.0.0.1:" + store.port(),
                        "CAMUNDA_CLIENT_EXECUTION_THREADS",
                        String.valueOf(TOGETHER)));
    }

    @AfterEach
    void stop() {
        app.close();
        shop.close();
        store.stop();
    }

    /** Gives something back and cancels in the store, which are looked up first, and tells the team, which is said at most once. */
    private static BpmnModelInstance storeProcess() {
        return Bpmn.createExecutableProcess(STORE_PROCESS)
                .startEvent()
                .serviceTask("refund-order")
                .zeebeJobType("commerce.refund-order")
                .zeebeInputExpression("5", "amount")
                .zeebeInput("EUR", "currency")
                .zeebeInputExpression("orderId + \"/refund-order/1\"", "effectKey")
                .serviceTask("cancel-order")
                .zeebeJobType("commerce.cancel-order")
                .zeebeInput("OTHER", "cause")
                .zeebeInputExpression("false", "refund")
                .zeebeInputExpression("orderId + \"/cancel-order/1\"", "effectKey")
                .serviceTask("tell-the-team")
                .zeebeJobType("chat.post")
                .zeebeInput("https://chat.example.org/team", "webhook")
                .zeebeInputExpression("\"Gave something back for \" + orderId", "text")
                .zeebeInputExpression("orderId + \"/tell-the-team/1\"", "effectKey")
                .endEvent()
                .done();
    }

    @Test
    void dyingBetweenEffectAndCompletionRepeatsNothing() throws Exception {
        await().atMost(OrderJourneyIT.PATIENCE).until(app::ready);
        app.patiently(
                "PUT",
                "/api/v1/secrets/SHOPIFY_CLIENT_SECRET",
                JSON.writeValueAsString(Map.of("value", FakeShopify.SECRET, "by", "mara")));
        app.patiently(
                "PUT",
                "/api/v1/sandbox/drill",
                JSON.writeValueAsString(Map.of("deathsLeft", MOST_DEATHS, "together", TOGETHER, "share", 0.6)));
        settleStoreOrders();
        for (String order : orders) {
            shop.knows(order, "mara-" + order + "@example.org", "10115");
            placeAndPay(order);
        }
        await().atMost(OrderJourneyIT.PATIENCE.multipliedBy(2)).until(() -> app.keptAlive() && enough());
        database.sql("update connectors.crash_drill set deaths_left = 0").update();
        await().atMost(OrderJourneyIT.PATIENCE.multipliedBy(2))
                .until(() -> app.keptAlive() && completed() == ORDERS && settled() == STORE_ORDERS);

        System.out.println("died " + app.deaths() + " times between effects and completions: " + interrupted()
                + ", in the store " + interrupted("job_type"));
        assertThat(app.deaths()).isPositive();
        assertThat(interrupted())
                .containsOnlyKeys(CLASSES)
                .allSatisfy((effect, jobs) -> assertThat(jobs).as(effect).isGreaterThanOrEqualTo(OF_EACH));
        for (String order : orders) {
            assertThat(count("sandbox_charge", "reference = :order", order)).isEqualTo(1);
            assertThat(count("sandbox_shipment", "reference = :order", order)).isEqualTo(1);
            assertThat(count("mailbox", "recipient like '%' || :order || '%'", order))
                    .isEqualTo(2);
        }
        for (String order : storeOrders) {
            assertThat(shopify.refunded(order)).isEqualTo(1);
            assertThat(count("mailbox", "text like '%' || :order", order)).isEqualTo(1);
        }
        assertThat(List.of(shopify.asked("Refund"), shopify.asked("OrderCancel")))
                .as("who looks first does not ask again")
                .containsOnly((long) STORE_ORDERS);
    }

    private void settleStoreOrders() {
        await().atMost(OrderJourneyIT.PATIENCE)
                .ignoreExceptionsInstanceOf(ClientException.class)
                .until(() -> RunningBroker.client()
                                .newDeployResourceCommand()
                                .addProcessModel(storeProcess(), STORE_PROCESS + ".bpmn")
                                .send()
                                .join()
                                .getProcesses()
                                .size()
                        == 1);
        for (String order : storeOrders) {
            RunningBroker.client()
                    .newCreateInstanceCommand()
                    .bpmnProcessId(STORE_PROCESS)
                    .latestVersion()
                    .variables(Map.of("orderId", order))
                    .send()
                    .join();
        }
    }

    private void placeAndPay(String order) {
        String payment = JSON.readTree(app.patiently("POST", "/api/v1/payments", """
                {"reference": "%s", "amount": 11200, "currency": "EUR", "returnUrl": "/orders/%s"}
                """.formatted(order, order)))
                .path("id")
                .asString("");
        app.patiently("POST", "/api/v1/intake/events", """
                [{"source": "shop", "id": "%s", "type": "order-placed", "subject": "%s", "time": "2026-01-31T09:30:00Z",
                  "data": {"businessKey": "U-1001", "payment": {"id": "%s"},
                           "order": {"id": "%s", "number": "U-1001", "customerId": "c1", "channel": "demo", "currency": "EUR", "total": 11200,
                                     "items": 1, "weightGrams": 1200, "country": "DE", "express": false, "firstOrder": false,
                                     "addressMismatch": false, "pastDeclines": 0}}}]
                """.formatted(UUID.randomUUID(), order, payment, order));
        app.patiently("FORM", "/sandbox/pay/" + payment, "cardNumber=4242424242424242");
    }

    private boolean enough() {
        Map<String, Long> interrupted = interrupted();
        Map<String, Long> types = interrupted("job_type");
        return CLASSES.stream().allMatch(effect -> interrupted.getOrDefault(effect, 0L) >= OF_EACH)
                && IN_THE_STORE.stream().allMatch(type -> types.getOrDefault(type, 0L) >= OF_EACH_IN_THE_STORE);
    }

    /** How many jobs of each class lost their process between effect and completion. */
    private Map<String, Long> interrupted() {
        return interrupted("effect");
    }

    private Map<String, Long> interrupted(String by) {
        Map<String, Long> jobs = new TreeMap<>();
        database.sql("select " + by + " as what, count(*) as jobs from connectors.crash_victim group by 1")
                .query(row -> {
                    jobs.put(row.getString("what"), row.getLong("jobs"));
                });
        return jobs;
    }

    private long completed() {
        return ended("order-fulfilment", "order", "v.value ->> 'id'", orders);
    }

    private long settled() {
        return ended(STORE_PROCESS, "orderId", "v.value #>> '{}'", storeOrders);
    }

    private long ended(String process, String variable, String id, List<String> ids) {
        boolean there = database.sql("select to_regclass('history.process_instance') is not null")
                .query(Boolean.class)
                .single();
        return there
                ? database.sql("""
                        select count(*) from history.process_instance i
                         where i.state = 'COMPLETED' and i.bpmn_process_id = :process
                           and exists (select from history.variable v
                                        where v.scope_key = i.key and v.name = :variable and %s in (:ids))
                        """.formatted(id))
                        .param("process", process)
                        .param("variable", variable)
                        .param("ids", ids)
                        .query(Long.class)
                        .single()
                : 0;
    }

    private long count(String table, String condition, String order) {
        return database.sql("select count(*) from connectors." + table + " where " + condition)
                .param("order", order)
                .query(Long.class)
                .single();
    }
}
