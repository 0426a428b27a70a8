package io.tillflow.studio.play;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Real instances that came to a step, and what it had before it when its work began. */
@Repository
class PastSteps {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int LOOKED_THROUGH = 500;

    private final JdbcClient jdbc;

    PastSteps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An instance that came to the step.
     *
     * @param key the step's own, within the instance
     */
    record Stood(long key, long instance, String businessKey) {
        String name() {
            return businessKey.isEmpty() ? String.valueOf(instance) : businessKey;
        }
    }

    /** The last that came there, the newest first; looked for in the newest instances of the process. */
    List<Stood> at(String processId, String elementId, int limit) {
        return jdbc.sql("""
                        SELECT e.key, e.process_instance_key, i.business_key FROM (
                          SELECT key, coalesce(business_key, '') AS business_key FROM history.process_instance
                          WHERE bpmn_process_id = :process ORDER BY started_at DESC LIMIT :newest) i
                        JOIN history.element_instance e ON e.process_instance_key = i.key AND e.element_id = :element
                        ORDER BY e.key DESC LIMIT :limit""")
                .param("process", processId)
                .param("newest", LOOKED_THROUGH)
                .param("element", elementId)
                .param("limit", limit)
                .query((row, n) -> new Stood(
                        row.getLong("key"), row.getLong("process_instance_key"), row.getString("business_key")))
                .list();
    }

    /**
     * What could be read there: the inner scope before those around it, each as it was soon after the step began and before it was half
     * over, as its answers came at its end.
     */
    Map<String, JsonNode> saw(long key) {
        Map<String, JsonNode> seen = new LinkedHashMap<>();
        jdbc.sql("""
                        WITH RECURSIVE around AS (
                          SELECT key, scope_key, process_instance_key, 0 AS distance, started_at
                            + least(interval '1 second', (coalesce(ended_at, started_at + interval '1 hour') - started_at) / 2) AS at
                          FROM history.element_instance WHERE key = :key
                          UNION ALL
                          SELECT e.key, e.scope_key, e.process_instance_key, distance + 1, around.at
                          FROM around JOIN history.element_instance e ON e.key = around.scope_key WHERE distance < 50)
                        SELECT DISTINCT ON (distance, c.name) c.name, c.value FROM around
                        JOIN history.variable_change c
                          ON c.process_instance_key = around.process_instance_key AND c.scope_key = around.key AND c.changed_at <= around.at
                        ORDER BY distance, c.name, c.position DESC""").param("key", key).query(row -> {
            seen.putIfAbsent(row.getString("name"), JSON.readTree(row.getString("value")));
        });
        return seen;
    }
}
