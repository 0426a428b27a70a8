package io.tillflow.studio.repair;

import io.tillflow.studio.repair.CommandLog.Known;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Looks in history for what shows that a command was carried out. */
@Repository
class Sightings {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Sightings(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Empty while history does not show it; within, the position of the record that does, where history keeps it. */
    Optional<Optional<Long>> of(Known known) {
        JsonNode asked = json.readTree(known.asked());
        return switch (known.receipt().kind()) {
            case "RETRY" -> seen("""
                    SELECT NULL::bigint FROM history.process_instance p WHERE p.key = :instance
                       AND NOT EXISTS (SELECT FROM history.incident i WHERE i.process_instance_key = p.key AND i.state = 'OPEN'
                                          AND i.created_at < :asked)""", known);
            case "CANCEL" ->
                seen(
                        "SELECT NULL::bigint FROM history.process_instance WHERE key = :instance AND state <> 'ACTIVE'",
                        known);
            case "MODIFY" ->
                seen(
                        "SELECT max(position) FROM history.modification WHERE process_instance_key = :instance AND position > :after HAVING count(*) > 0",
                        known);
            case "MIGRATE" ->
                seen(
                        "SELECT max(position) FROM history.migration WHERE process_instance_key = :instance AND position > :after HAVING count(*) > 0",
                        known);
            case "SET_VARIABLES" -> variables(known, asked.path("json").asString("{}"));
            case "PUBLISH" -> message(asked.path("message").path("id").asString(""));
            default -> Optional.empty();
        };
    }

    private Optional<Optional<Long>> seen(String sql, Known known) {
        JdbcClient.StatementSpec statement = jdbc.sql(sql)
                .param("instance", Long.parseLong(String.valueOf(known.receipt().instanceKey())))
                .param("after", known.afterPosition())
                .param("asked", known.receipt().askedAt().atOffset(java.time.ZoneOffset.UTC));
        return statement
                .query((row, n) -> {
                    long position = row.getLong(1);
                    return row.wasNull() ? Optional.<Long>empty() : Optional.of(position);
                })
                .optional();
    }

    /** Each of the variables has the value that was asked for, written after it was asked. */
    private Optional<Optional<Long>> variables(Known known, String values) {
        int wanted = json.readTree(values).size();
        return jdbc.sql("""
                        SELECT max(position) FROM (
                          SELECT v.key, max(c.position) AS position FROM jsonb_each(:values::jsonb) v
                            JOIN history.variable_change c ON c.process_instance_key = :instance AND c.name = v.key
                                 AND c.value = v.value
                           WHERE c.position > :after OR EXISTS (SELECT FROM history.variable now
                                  WHERE now.process_instance_key = :instance AND now.name = v.key AND now.value = v.value)
                           GROUP BY v.key) found
                        HAVING count(*) = :wanted""")
                .param("values", values)
                .param("instance", Long.parseLong(String.valueOf(known.receipt().instanceKey())))
                .param("after", known.afterPosition())
                .param("wanted", wanted)
                .query((row, n) -> Optional.of(row.getLong(1)))
                .optional();
    }

    private Optional<Optional<Long>> message(String id) {
        return jdbc.sql("SELECT key FROM history.message WHERE message_id = :id LIMIT 1")
                .param("id", id)
                .query((row, n) -> Optional.<Long>empty())
                .optional();
    }
}
