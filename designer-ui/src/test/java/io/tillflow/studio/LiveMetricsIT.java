package io.tillflow.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** What a program hears that keeps listening. */
class LiveMetricsIT extends HistoryStudio {

    @BeforeEach
    void deployed() {
        jdbc.sql("""
                insert into history.process_definition (key, bpmn_process_id, version, resource_name, resource, checksum, state, deployed_at)
                values (7, 'order', 1, 'order.bpmn', '<none/>', 'sum', 'ACTIVE', now()) on conflict do nothing""").update();
    }

    @Test
    @Timeout(120)
    void tellsHowProcessesDoAtOnceAndWheneverHistoryChanges() {
        try (Stream<String> lines = http().listen("/api/v1/metrics/live", CLI)) {
            Iterator<String> heard = lines.iterator();
            long before = open(next(heard));
            jdbc.sql("""
                    insert into history.process_instance (key, process_definition_key, bpmn_process_id, version, state, started_at)
                    values (4242, 7, 'order', 1, 'ACTIVE', now())""").update();
            jdbc.sql("select pg_notify('history', '[4242]')").query().singleRow();
            JsonNode after = next(heard);
            while (open(after) == before) { // told of something else meanwhile
                after = next(heard);
            }
            assertThat(open(after)).isEqualTo(before + 1);
            assertThat(after.path("connected").asBoolean()).isTrue();
        }
    }

    @Test
    void tellsNobodyWhoIsNotSignedIn() {
        assertThat(http().get("/api/v1/metrics/live", "Accept", "text/event-stream")
                        .statusCode())
                .isEqualTo(401);
    }

    private JsonNode next(Iterator<String> heard) {
        String line = heard.next();
        while (!line.startsWith("data:")) {
            line = heard.next();
        }
        return json.readTree(line.substring("data:".length()));
    }

    private static long open(JsonNode metrics) {
        return metrics.path("processes")
                .valueStream()
                .filter(it -> it.path("processId").asString().equals("order"))
                .findFirst()
                .orElseThrow()
                .path("open")
                .asLong();
    }
}
