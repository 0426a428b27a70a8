package io.tillflow.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Better bounds from what came of past orders: proposed, accepted by a person, saved as a version, never more. */
class TuningIT extends HistoryStudio {
    private static final String BASE = "/api/v1/tuning/order-risk";

    @AfterEach
    void thePastIsGone() {
        jdbc.sql("truncate history.decision_evaluation, history.message, history.message_correlation")
                .update();
    }

    @Test
    void fewOrdersGiveNoProposalButWhatIsMissing() {
        past(50);
        JsonNode advice = get(BASE);
        assertThat(advice.path("missing").asString())
                .startsWith("there are 50 orders")
                .contains("200 are needed");
        assertThat(advice.path("proposals").size()).isZero();
    }

    /** First orders are reviewed from 1,000 on; nobody ever turned one below 1,600 away. */
    @Test
    void aBoundThatWastesReviewsIsProposedAsCellsAndAcceptedAsAVersion() {
        past(260);
        JsonNode advice = get(BASE);
        assertThat(advice.path("cases").asInt()).isEqualTo(260);
        assertThat(advice.path("bad").asInt()).isPositive();
        JsonNode better = advice.path("proposals").get(0);
        assertThat(better.path("path").asString()).isEqualTo("order.total");
        assertThat(better.path("from").asInt()).isEqualTo(100_000);
        assertThat(better.path("to").asInt()).isBetween(110_000, 165_000);
        assertThat(better.path("low").asDouble()).isPositive();
        assertThat(better.path("cells")
                        .valueStream()
                        .map(cell -> cell.path("from").asString()))
                .contains(">= 100000", "< 100000");

        int version = advice.path("version").asInt();
        String body = "{\"path\": \"order.total\", \"to\": %s, \"version\": %d}"
                .formatted(better.path("to").asString(), version);
        assertThat(read(post(BASE + "/acceptances", body), 200).path("version").asInt())
                .isEqualTo(version + 1);
        JsonNode diff = get("/api/v1/models/order-risk/diff?from=" + version + "&to=" + (version + 1));
        assertThat(diff.path("added").size() + diff.path("removed").size()).isZero();
        assertThat(diff.path("changed").size()).isEqualTo(better.path("cells").size());
        assertThat(jdbc.sql("select count(*) from history.drg")
                        .query(Long.class)
                        .single())
                .as("nothing is deployed")
                .isZero();

        HttpResponse<String> late = post(BASE + "/acceptances", body);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("changed since");
    }

    @Test
    void whatCannotBeIsNamed() {
        assertThat(http().get(BASE + "?review=-1", CLI).body()).contains("review must be 0 to");
        assertThat(post(BASE + "/acceptances", "{}").body()).contains("path, to and version must be given");
    }

    private void past(int orders) {
        jdbc.sql("""
                insert into history.process_instance (key, process_definition_key, bpmn_process_id, version, state, started_at, ended_at, open_incidents)
                  select 5000 + n, 7, 'order-fulfilment', 1, 'COMPLETED', now(), now(), 0 from generate_series(1, :orders) n;
                """).param("orders", orders).update();
        jdbc.sql("""
                insert into history.message (key, name, correlation_key, message_id, state, variables, published_at, deadline)
                  select 5000 + n, 'order-placed', 'o' || n, 'm' || n, 'PUBLISHED', jsonb_build_object('order', jsonb_build_object('total',
                         20000 + (n * 7919 % 2000) * 100, 'pastDeclines', 0, 'firstOrder', true, 'addressMismatch', false)), now(), now()
                    from generate_series(1, :orders) n
                """).param("orders", orders).update();
        jdbc.sql("""
                insert into history.message_correlation (process_instance_key, position, message_key, name, correlation_key, message_id, bpmn_process_id, element_id, kind, correlated_at)
                  select key, key, key, name, correlation_key, message_id, 'order-fulfilment', 'order-placed', 'START', now() from history.message
                """).update();
        jdbc.sql("""
                insert into history.decision_evaluation (key, process_instance_key, decision_key, decision_id, decision_version, evaluated, evaluated_at)
                  select key, key, 1, 'order-risk', 1, '[]', timestamptz '2026-01-01' + (key - 5000) * interval '1 hour' from history.message
                """).update();
        jdbc.sql("""
                insert into history.job (key, process_instance_key, process_definition_key, bpmn_process_id, element_instance_key, element_id, type, state, retries, custom_headers, created_at, ended_at, variables)
                  select key, key, 7, 'order-fulfilment', key, 'review-order', 'io.camunda.zeebe:userTask', 'COMPLETED', 1, '{}', now(), now(),
                         jsonb_build_object('outcome', case when total > 160000 and key % 3 = 0 then 'reject' else 'approve' end)
                    from (select key, (variables -> 'order' ->> 'total')::int as total from history.message) o where total >= 100000
                """).update();
        jdbc.sql("""
                insert into history.element_instance (key, process_instance_key, process_definition_key, element_id, element_type, scope_key, state, started_at, ended_at)
                  select key + 100000, key, 7, 'order-completed', 'END_EVENT', key, 'COMPLETED', now(), now() from history.message
                """).update();
    }
}
