package io.tillflow.studio.repair;

import io.tillflow.studio.repair.CommandLog.Known;
import java.sql.ResultSet;
import java.sql.SQLException;
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
            case "RETRY" -> retry(known);
            case "CANCEL" ->
                seen(
                        "SELECT ended_position FROM history.process_instance WHERE key = :instance AND state <> 'ACTIVE'",
                        known);
            case "MODIFY" ->
                seen(
                        "SELECT max(position) FROM history.modification WHERE process_instance_key = :instance AND position > :after HAVING count(*) > 0",
                        known);
            case "MIGRATE" ->
                seen(
                        "SELECT max(position) FROM history.migration WHERE process_instance_key = :instance AND position > :after HAVING count(*) > 0",
                        known);
            case "RESTART" -> seen("""
                    SELECT ended.ended_position FROM history.process_instance ended JOIN studio.repair_command c ON c.id = :id
                      JOIN history.process_instance begun ON begun.key = c.successor
                     WHERE ended.key = :instance AND ended.state <> 'ACTIVE'""", known);
            case "DELETE" -> seen("""
                    SELECT NULL::bigint WHERE EXISTS (SELECT FROM history.deletion WHERE key = :instance)
                       AND NOT EXISTS (SELECT FROM history.process_instance WHERE key = :instance)""", known);
            case "SET_VARIABLES" -> {
                Optional<Optional<Long>> set =
                        variables(known, asked.path("json").asString("{}"));
                Optional<Optional<Long>> whole =
                        asked.path("thenRetry").asBoolean(false) ? set.flatMap(ignored -> retry(known)) : set;
                yield whole.filter(Optional::isEmpty).isPresent() ? set : whole;
            }
            case "PUBLISH" -> message(asked.path("message").path("id").asString(""));
            default -> Optional.empty();
        };
    }

    /** The instance that began instead of another one, by its mark, and was not ended again. */
    Optional<Long> successor(Known restart) {
        return jdbc.sql("""
                        SELECT p.key FROM history.process_instance p
                          JOIN history.variable v ON v.process_instance_key = p.key AND v.scope_key = p.key AND v.name = :mark
                         WHERE p.bpmn_process_id = (SELECT bpmn_process_id FROM history.process_instance WHERE key = :instance)
                           AND p.key > :instance AND p.parent_process_instance_key IS NULL AND p.state <> 'CANCELLED'
                           AND v.value = to_jsonb(:instance::bigint::text)
                         ORDER BY p.key LIMIT 1""")
                .param("mark", RestartPlan.MARK)
                .param(
                        "instance",
                        Long.parseLong(String.valueOf(restart.receipt().instanceKey())))
                .query(Long.class)
                .optional();
    }

    /** Whether history shows that an instance was cancelled. */
    boolean cancelled(long instanceKey) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM history.process_instance WHERE key = :key AND state = 'CANCELLED')")
                .param("key", instanceKey)
                .query(Boolean.class)
                .single();
    }

    private Optional<Optional<Long>> retry(Known known) {
        return seen("""
                SELECT (SELECT max(i.resolved_position) FROM history.incident i
                         WHERE i.process_instance_key = p.key AND i.resolved_position > :after AND i.key = coalesce(nullif(:step, 0), i.key))
                  FROM history.process_instance p WHERE p.key = :instance
                   AND NOT EXISTS (SELECT FROM history.incident i WHERE i.process_instance_key = p.key AND i.state = 'OPEN'
                                      AND i.key = coalesce(nullif(:step, 0), i.key) AND i.created_at < :asked)""", known);
    }

    private Optional<Optional<Long>> seen(String sql, Known known) {
        JdbcClient.StatementSpec statement = jdbc.sql(sql)
                .param("id", Long.parseLong(known.receipt().id()))
                .param("instance", Long.parseLong(String.valueOf(known.receipt().instanceKey())))
                .param("after", known.afterPosition())
                .param("step", json.readTree(known.asked()).path("incidentKey").asLong(0))
                .param("asked", known.receipt().askedAt().atOffset(java.time.ZoneOffset.UTC));
        return statement.query((row, n) -> position(row)).optional();
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

    /** A message that was published with this id, the latest one. */
    Optional<Optional<Long>> message(String id) {
        return jdbc.sql(
                        "SELECT published_position FROM history.message WHERE message_id = :id ORDER BY key DESC LIMIT 1")
                .param("id", id)
                .query((row, n) -> position(row))
                .optional();
    }

    private static Optional<Long> position(ResultSet row) throws SQLException {
        long position = row.getLong(1);
        return row.wasNull() ? Optional.empty() : Optional.of(position);
    }
}
