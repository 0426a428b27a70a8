package io.tillflow.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What steps cost: calls that were answered, hours that people had a task, processes that were called. */
class CostsIT extends HistoryStudio {

    private static final String RATES = "/api/v1/cost-rates";

    @LocalServerPort
    private int port;

    @BeforeEach
    void fourParcelsThatLeftAndOneThatStands() throws IOException {
        jdbc.sql(text("/costs.sql"))
                .param("bpmn", text("/models/orders/order-fulfilment.bpmn"))
                .update();
    }

    @AfterEach
    void noPrices() {
        jdbc.sql("delete from studio.cost_rate; update studio.cost_currency set code = 'EUR'; delete from studio.audit")
                .update();
    }

    @Test
    void tellsWhatEachStepCostAndWhatNobodyKnows() {
        put("""
                {"items": [{"kind": "CALL", "type": "payments.capture", "price": 0.25},
                           {"kind": "WORK", "type": "risk", "price": 40}, {"kind": "WORK", "price": 20}]}""", 200);
        JsonNode costs = get("/api/v1/processes/ship-parcel/costs");
        assertThat(costs.path("sampled").asInt()).isEqualTo(4);
        assertThat(costs.path("complete").asBoolean()).isFalse();
        assertThat(costs.path("total").decimalValue()).isEqualByComparingTo("40.5");
        assertThat(costs.path("perInstance").decimalValue()).isEqualByComparingTo("10.125");

        JsonNode pay = step(costs, "show-order-paid");
        // one captured, one declined, and one that was cancelled before anybody answered
        assertThat(pay.path("instances").asInt()).isEqualTo(3);
        assertThat(pay.path("total").decimalValue()).isEqualByComparingTo("0.5");
        assertThat(pay.path("perInstance").decimalValue()).isEqualByComparingTo("0.166667");

        // 12:00 to 12:15, given back, 12:30 to 13:00; nobody took the other one before completing it
        JsonNode review = step(costs, "review-order");
        assertThat(review.path("total").decimalValue()).isEqualByComparingTo("30");
        assertThat(review.path("tasks").asInt()).isEqualTo(2);
        assertThat(review.path("timed").asInt()).isEqualTo(1);

        assertThat(step(costs, "approve").path("total").decimalValue()).isEqualByComparingTo("10");

        JsonNode called = step(costs, "pack-and-send");
        assertThat(called.path("total").isNull()).isTrue();
        assertThat(called.path("unpriced").get(0).path("type").asString()).isEqualTo("shipping.book");
        put("{\"items\": [{\"kind\": \"CALL\", \"type\": \"shipping.book\", \"price\": 1.5}]}", 200);
        JsonNode then = get("/api/v1/processes/ship-parcel/costs?version=1");
        assertThat(step(then, "pack-and-send").path("total").decimalValue()).isEqualByComparingTo("3");
        assertThat(then.path("total").decimalValue()).isEqualByComparingTo("43.5");
        assertThat(http().get("/api/v1/processes/ship-parcel/costs?version=9", CLI)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void pricesAreSetByAdministratorsTakenAwayAndInTheAudit() {
        put("{\"currency\": \"CHF\", \"items\": [{\"kind\": \"CALL\", \"type\": \"a/b\", \"price\": 0.0035}]}", 200);
        put("{\"items\": [{\"kind\": \"CALL\", \"type\": \"a/b\", \"price\": 0.00350}]}", 200);
        JsonNode set = get(RATES);
        assertThat(set.path("currency").asString()).isEqualTo("CHF");
        assertThat(set.path("items").get(0).path("price").decimalValue()).isEqualByComparingTo("0.0035");
        put("{\"items\": [{\"kind\": \"CALL\", \"type\": \"a/b\", \"price\": null}]}", 200);
        assertThat(get(RATES).path("items")).isEmpty();
        assertThat(jdbc.sql("select action || ' ' || subject from studio.audit where action like 'cost-%' order by id")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "cost-currency.changed cost-currency",
                        "cost-rate.set cost-rate/CALL/a/b",
                        "cost-rate.removed cost-rate/CALL/a/b");

        String[] viewer = {"Authorization", "Bearer " + token("VIEWER")};
        assertThat(http().get(RATES, viewer).statusCode()).isEqualTo(200);
        assertThat(http().send("PUT", RATES, "{}", viewer).statusCode()).isEqualTo(403);
    }

    @Test
    void pricesAreNotReadInACurrencyTheyWereNotMeantIn() {
        String one = "\"items\": [{\"kind\": \"CALL\", \"type\": \" a \", \"price\": 1}]";
        put("{\"seen\": \"EUR\", \"currency\": \"USD\"}", 200);
        assertThat(put("{\"seen\": \"EUR\", " + one + "}", 409).path("detail").asString())
                .contains("USD");
        assertThat(put("{\"seen\": \"EUR\", \"currency\": \"CHF\"}", 409)
                        .path("detail")
                        .asString())
                .contains("USD");
        assertThat(get(RATES).path("currency").asString()).isEqualTo("USD");
        assertThat(get(RATES).path("items")).isEmpty();
        put("{\"seen\": \"USD\", " + one + "}", 200);
        assertThat(get(RATES).path("items").get(0).path("type").asString()).isEqualTo("a");
    }

    @Test
    void aProcessThatCallsItselfCountsOnce() {
        jdbc.sql("""
                        insert into history.process_definition (key, bpmn_process_id, version, resource_name, resource, checksum, state, deployed_at)
                          values (4801, 'nest', 1, 'nest.bpmn', '', 'n', 'ACTIVE', now());
                        insert into history.process_instance (key, process_definition_key, bpmn_process_id, version, state, started_at, ended_at,
                                                              parent_process_instance_key, parent_element_instance_key) values
                          (4810, 4801, 'nest', 1, 'COMPLETED', '2026-03-01T12:00Z', '2026-03-01T13:00Z', null, null),
                          (4820, 4801, 'nest', 1, 'COMPLETED', '2026-03-01T12:00Z', '2026-03-01T13:00Z', 4810, 4811);
                        insert into history.element_instance (key, process_instance_key, process_definition_key, element_id, element_type, scope_key, state,
                                                              started_at, ended_at)
                          values (4811, 4810, 4801, 'again', 'CALL_ACTIVITY', 4810, 'COMPLETED', '2026-03-01T12:00Z', '2026-03-01T13:00Z');
                        insert into history.job (key, process_instance_key, process_definition_key, bpmn_process_id, element_instance_key, element_id, type,
                                                 state, retries, custom_headers, created_at, ended_at) values
                          (4822, 4820, 4801, 'nest', 4821, 'call', 'nest.call', 'COMPLETED', 1, '{}', '2026-03-01T12:00Z', '2026-03-01T12:01Z'),
                          (4823, 4820, 4801, 'nest', 4824, 'look', 'io.camunda.zeebe:userTask', 'COMPLETED', 1, '{}', '2026-03-01T12:00Z', '2026-03-01T13:00Z');
                        insert into studio.audit (at, actor, action, subject) values ('2026-03-01T12:00Z', 'ines', 'task.claimed', 'task/4823')""").update();
        put("""
                {"items": [{"kind": "CALL", "type": "nest.call", "price": 1}, {"kind": "WORK", "price": 20}]}""", 200);
        JsonNode costs = get("/api/v1/processes/nest/costs");
        assertThat(costs.path("sampled").asInt()).isEqualTo(2);
        assertThat(step(costs, "call").path("total").decimalValue()).isEqualByComparingTo("1");
        assertThat(step(costs, "look").path("total").decimalValue()).isEqualByComparingTo("20");
        assertThat(costs.path("total").decimalValue()).isEqualByComparingTo("21");
    }

    @Test
    void whatCannotBeAPriceIsRefusedAndNothingOfTheRestIsSet() {
        String good = "{\"kind\": \"CALL\", \"type\": \"a\", \"price\": 1}";
        assertThat(refused("{\"items\": [" + good + ", {\"kind\": \"CALL\", \"type\": \"b\", \"price\": -1}]}"))
                .contains("price of", "from 0 to 1000000");
        assertThat(refused("{\"items\": [" + good + ", {\"type\": \"b\", \"price\": 1}]}"))
                .contains("kind must be CALL");
        assertThat(refused("{\"currency\": \"XXX\", \"items\": [" + good + "]}"))
                .contains("currency must be");
        assertThat(refused("{\"items\": [{\"kind\": \"CALL\", \"price\": 1}]}")).contains("type must be a worker type");
        assertThat(refused("{\"items\": [" + good + ", null]}")).contains("items[1] must be given");
        assertThat(refused("{\"items\": [" + good + ", " + good.replace("\"a\"", "\" a \"") + "]}"))
                .contains("once");
        assertThat(refused("{\"items\": [" + (good + ",").repeat(500) + good + "]}"))
                .contains("at most 500");
        assertThat(get(RATES).path("items")).isEmpty();
    }

    @Test
    void thePageSaysWhatHasNoPriceAndTakesOne() {
        try (PageLook look = new PageLook("http://127.0.0.1:" + port)) {
            look.signIn("admin", "correct-horse");
            look.open("/processes/ship-parcel?metric=cost");
            Page page = look.page();
            Locator table = page.locator(".costs");
            assertThat(table.innerText()).contains("no price set", "payments.capture", "hours of risk");
            price(page, "payments.capture", "-1");
            page.locator("vaadin-dialog vaadin-button:has-text(\"Save prices\")")
                    .click();
            page.locator("vaadin-big-decimal-field[invalid]").waitFor();
            price(page, "payments.capture", "0.25");
            page.locator("vaadin-dialog vaadin-button:has-text(\"Save prices\")")
                    .click();
            page.locator(".costs td:has-text(\"€0.50\")").waitFor();
            assertThat(table.innerText()).contains("At least €0.125 per instance", "100%");
            assertThat(page.locator(".ov.heat").allInnerTexts()).containsExactly("€0.13");
            look.picture("priced");
            assertThat(look.faults()).isEmpty();
        }
    }

    private static void price(Page page, String type, String price) {
        Locator field = page.getByLabel(type);
        if (field.count() == 0) {
            page.locator(".costs button:has-text(\"Prices…\")").click();
        }
        field.waitFor();
        field.fill(price);
        field.blur();
    }

    private JsonNode put(String body, int status) {
        return read(http().send("PUT", RATES, body, CLI), status);
    }

    private String refused(String body) {
        return put(body, 400).path("detail").asString();
    }

    private static JsonNode step(JsonNode costs, String elementId) {
        return costs.path("steps")
                .valueStream()
                .filter(it -> it.path("elementId").asString().equals(elementId))
                .findFirst()
                .orElseThrow();
    }

    private static String text(String resource) throws IOException {
        try (InputStream file = Objects.requireNonNull(CostsIT.class.getResourceAsStream(resource), resource)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
