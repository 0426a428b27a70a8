package io.tillflow.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A play over REST: begun with an example, moved on, kept as a scenario, and run as a test. */
class PlayIT extends HistoryStudio {
    private static final String SESSIONS = "/api/v1/play/sessions";
    private static final String[] NO_HEADERS = {};

    private JsonNode step(String id, String step) {
        return read(post(SESSIONS + "/" + id + "/steps", step, NO_HEADERS), 200);
    }

    @Test
    void playsAReturnByHandAndKeepsItAsAScenario() {
        JsonNode examples = get("/api/v1/models/return-request/examples").path("examples");
        assertThat(examples.findValuesAsString("id")).contains("trigger:return-requested");

        JsonNode begun = read(
                post(
                        SESSIONS,
                        "{\"model\": \"return-request\", \"example\": \"trigger:return-requested\"}",
                        NO_HEADERS),
                201);
        String id = begun.path("id").asString();
        assertThat(begun.path("decisions").get(0).path("decisionId").asString()).isEqualTo("return-policy");
        JsonNode rested = step(id, "{\"run\": true}");
        assertThat(rested.path("waits").findValuesAsString("kind")).doesNotContain("job");
        assertThat(read(post(SESSIONS + "/" + id + "/steps", "{\"task\": \"nobody\"}", NO_HEADERS), 422)
                        .path("detail")
                        .asString())
                .contains("No task nobody is open");

        JsonNode kept = read(post(SESSIONS + "/" + id + "/scenario", "{\"name\": \"By hand\"}", NO_HEADERS), 201);
        assertThat(kept.path("scenario").asString()).isEqualTo("by-hand");
        JsonNode scenarios = get("/api/v1/models/return-request/scenarios");
        assertThat(scenarios.has("by-hand")).isTrue();
        JsonNode tested = read(post("/api/v1/tests?model=return-request"), 200);
        assertThat(tested.path("passed").asInt()).isEqualTo(scenarios.size());
        assertThat(tested.path("failed")).isEmpty();

        assertThat(http().get(SESSIONS + "/" + id, CLI).statusCode()).isEqualTo(200);
        assertThat(http().delete(SESSIONS + "/" + id, CLI).statusCode()).isEqualTo(204);
        assertThat(http().get(SESSIONS + "/" + id, CLI).statusCode()).isEqualTo(404);
    }

    @Test
    void whatTheSandboxIsTooOldForIsNotPlayable() {
        String source = new String(
                http().get("/api/v1/models/return-request", CLI).body().getBytes(StandardCharsets.UTF_8),
                StandardCharsets.UTF_8);
        int version = get("/api/v1/models/return-request/versions")
                .path("versions")
                .get(0)
                .path("version")
                .asInt();
        String newer = source.replaceAll("executionPlatformVersion=\"[^\"]*\"", "executionPlatformVersion=\"8.7.0\"");
        assertThat(newer).isNotEqualTo(source);
        assertThat(http().put("/api/v1/models/return-request", newer, with("If-Match", "\"" + version + "\""))
                        .statusCode())
                .isEqualTo(201);
        try {
            JsonNode refused = read(post(SESSIONS, "{\"model\": \"return-request\"}", NO_HEADERS), 422);
            assertThat(refused.path("detail").asString()).contains("Not playable here", "8.7.0");
        } finally {
            int newest = version + 1;
            http().put("/api/v1/models/return-request", source, with("If-Match", "\"" + newest + "\""));
        }
        JsonNode earlier = read(post(SESSIONS, "{\"model\": \"return-request\", \"version\": 1}", NO_HEADERS), 201);
        assertThat(earlier.path("state").asString()).isEqualTo("FRESH");
        assertThat(http().delete(SESSIONS + "/" + earlier.path("id").asString(), CLI)
                        .statusCode())
                .isEqualTo(204);
        read(post(SESSIONS, "{\"model\": \"nothing\"}", NO_HEADERS), 404);
    }

    @Test
    void anOrderThatStandsAtItsPaymentIsNotReplayedAsPaid() {
        jdbc.sql("""
                insert into history.process_instance (key, process_definition_key, bpmn_process_id, version, state, business_key, started_at)
                  values (900, 9, 'order-fulfilment', 1, 'ACTIVE', 'T-900', now() - interval '1 hour'),
                         (910, 9, 'order-fulfilment', 1, 'ACTIVE', 'nobody knows how it began', now() - interval '1 hour');
                insert into history.message (key, name, correlation_key, message_id, state, variables, published_at, deadline)
                  values (901, 'order-placed', 'o-900', '', 'EXPIRED', '{"businessKey": "T-900", "payment": {"id": "p"}, "order": {"id": "o-900",
                    "number": "T-900", "customerId": "c", "channel": "web", "currency": "EUR", "total": 900, "items": 1, "weightGrams": 10, "country": "DE",
                    "express": false, "firstOrder": false, "addressMismatch": false, "pastDeclines": 0}}', now(), now()),
                    (904, 'payment-authorised', 'o-900', '', 'EXPIRED', '{}', now(), now());
                insert into history.message_correlation (position, message_key, process_instance_key, bpmn_process_id, element_id, kind, name, correlation_key, correlated_at)
                  values (1, 901, 900, 'order-fulfilment', 'order-placed', 'START', 'order-placed', 'o-900', now()),
                    (2, 904, 900, 'order-fulfilment', 'payment-authorised', 'CATCH', 'payment-authorised', 'o-900', now() - interval '59 minutes');
                insert into history.job (key, process_instance_key, process_definition_key, bpmn_process_id, element_instance_key, element_id, type, state, retries, custom_headers, variables, created_at)
                  values (905, 900, 9, 'order-fulfilment', 906, 'verify-payment', 'payments.verify', 'COMPLETED', 3, '{}', '{"status": "AUTHORISED"}', now()),
                    (907, 900, 9, 'order-fulfilment', 908, 'capture-payment', 'payments.capture', 'CREATED', 3, '{}', null, now())""").update();
        JsonNode report = read(post("/api/v1/backtests?model=order-fulfilment&days=1"), 200);
        assertThat(report.path("replayed").asInt()).isEqualTo(1);
        assertThat(report.path("skipped").asInt()).isEqualTo(1);
        assertThat(report.path("money_delta").asLong()).isZero();
        assertThat(report.at("/different/0/path").valueStream().map(JsonNode::asString))
                .as("as far as it came, since nobody wrote down what it passed")
                .last()
                .isEqualTo("capture-payment");
        assertThat(read(post("/api/v1/backtests?model=order-fulfilment&limit=501"), 422)
                        .path("detail")
                        .asString())
                .contains("1 to 500 instances");
        jdbc.sql(
                        "delete from history.message where key in (901, 904); delete from history.message_correlation where process_instance_key = 900")
                .update();
    }

    @Test
    void whatOrdersInTwoCurrenciesBroughtIsAddedUpByWhatTheyAreWorth() {
        captured(920, "EUR", 900, "null");
        captured(940, "SEK", 115_000, "10000");
        captured(960, "SEK", 7_000, "null");
        JsonNode report = read(post("/api/v1/backtests?model=order-fulfilment&days=1"), 200);
        assertThat(report.path("replayed").asInt()).isEqualTo(3);
        assertThat(report.path("currency").asString()).isEqualTo("EUR");
        assertThat(report.path("money_delta").asLong()).isEqualTo(-10_900);
        JsonNode unknown = report.path("different")
                .valueStream()
                .filter(it -> it.path("key").asLong() == 960)
                .findFirst()
                .orElseThrow();
        assertThat(unknown.path("money_delta").asLong()).isZero();
        assertThat(unknown.path("notes").toString()).contains("worth in EUR: -7000 SEK");
        String one = "/api/v1/backtests?model=order-fulfilment&days=1&instance=";
        JsonNode only = read(post(one + 960), 200);
        assertThat(only.path("replayed").asInt()).isEqualTo(1);
        assertThat(only.path("different").findValuesAsString("key")).containsExactly("960");
        assertThat(read(post(one + "nobody"), 422).path("detail").asString()).contains("no instance or order nobody");
        jdbc.sql(
                        "delete from history.message where key between 920 and 980; delete from history.message_correlation where process_instance_key between 920 and 980")
                .update();
    }

    @Test
    void whatWasRepairedByHandIsToldAndNotCountedAsADifference() {
        captured(1000, "EUR", 900, "null");
        captured(1020, "EUR", 700, "null");
        jdbc.sql("""
                insert into history.modification (process_instance_key, position, activated, terminated, modified_at) values (1020, 1, '[]', '[]', now());
                insert into studio.audit (at, actor, action, subject) values (now(), 'admin', 'variables.set', 'instance/1020'),
                  (now(), 'admin', 'incident.retried', 'instance/1000')""").update();
        JsonNode report = read(post("/api/v1/backtests?model=order-fulfilment&days=1"), 200);
        assertThat(report.path("replayed").asInt()).isEqualTo(2);
        assertThat(report.path("same").asInt()).isZero();
        assertThat(report.path("different").findValuesAsString("key")).containsExactly("1000");
        assertThat(report.path("money_delta").asLong()).isEqualTo(-900);
        assertThat(report.at("/repaired/0/key").asLong()).isEqualTo(1020);
        assertThat(report.at("/repaired/0/acts").toString()).isEqualTo("[\"instance.modified\",\"variables.set\"]");
        jdbc.sql(
                        "delete from history.message where key between 1000 and 1040; delete from history.message_correlation where process_instance_key between 1000 and 1040; delete from studio.audit where subject in ('instance/1000', 'instance/1020')")
                .update();
    }

    /** An order that was captured, though the table turns it away now. */
    private void captured(long key, String currency, long total, String worth) {
        jdbc.sql("""
                insert into history.process_instance (key, process_definition_key, bpmn_process_id, version, state, business_key, started_at)
                  values (%1$d, 9, 'order-fulfilment', 1, 'COMPLETED', 'T-%1$d', now() - interval '1 hour');
                insert into history.message (key, name, correlation_key, message_id, state, variables, published_at, deadline)
                  values (%1$d + 1, 'order-placed', 'o-%1$d', '', 'EXPIRED', '{"businessKey": "T-%1$d", "payment": {"id": "p"}, "order": {"id": "o-%1$d",
                    "number": "T-%1$d", "customerId": "c", "channel": "web", "currency": "%2$s", "total": %3$d, "worth": %4$s, "items": 1, "weightGrams": 10,
                    "country": "SE", "express": false, "firstOrder": false, "addressMismatch": false, "pastDeclines": 3}}', now(), now());
                insert into history.message_correlation (position, message_key, process_instance_key, bpmn_process_id, element_id, kind, name, correlation_key, correlated_at)
                  values (%1$d, %1$d + 1, %1$d, 'order-fulfilment', 'order-placed', 'START', 'order-placed', 'o-%1$d', now());
                insert into history.job (key, process_instance_key, process_definition_key, bpmn_process_id, element_instance_key, element_id, type, state, retries, custom_headers, variables, created_at)
                  values (%1$d + 2, %1$d, 9, 'order-fulfilment', %1$d + 3, 'capture-payment', 'payments.capture', 'COMPLETED', 3, '{}', '{"receipt": "r"}', now());
                insert into history.variable values (%1$d + 3, 'amount', %1$d, '%3$d', now())""".formatted(key, currency, total, worth)).update();
    }

    private static String[] with(String... headers) {
        return java.util.stream.Stream.concat(java.util.Arrays.stream(CLI), java.util.Arrays.stream(headers))
                .toArray(String[]::new);
    }
}
