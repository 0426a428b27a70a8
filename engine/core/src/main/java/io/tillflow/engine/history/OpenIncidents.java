package io.tillflow.engine.history;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The incidents that are open, the newest first. */
public final class OpenIncidents {

    private final JdbcClient jdbc;

    public OpenIncidents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An open incident and the instance it holds up. */
    public record Row(
            long key,
            long instanceKey,
            String processId,
            String businessKey,
            String elementId,
            OptionalLong jobKey,
            String errorType,
            String message,
            java.time.Instant createdAt) {}

    public Page<Row> page(Optional<String> cursor, int limit) {
        Cursor after = cursor.map(Cursor::parse).orElse(new Cursor(0, Long.MAX_VALUE, Long.MAX_VALUE));
        List<Row> found = jdbc.sql("""
                        select i.key, i.process_instance_key, i.bpmn_process_id, p.business_key, i.element_id, i.job_key, i.error_type,
                               i.error_message, i.created_at
                          from history.incident i join history.process_instance p on p.key = i.process_instance_key
                         where i.state = 'OPEN' and (:first or (i.created_at, i.key) < (to_timestamp(:micros / 1e6), :key))
                         order by i.created_at desc, i.key desc limit :limit""")
                .param("first", cursor.isEmpty())
                .param("micros", cursor.isEmpty() ? 0L : after.asOfMicros())
                .param("key", after.key())
                .param("limit", limit + 1)
                .query((row, n) -> new Row(
                        row.getLong("key"),
                        row.getLong("process_instance_key"),
                        row.getString("bpmn_process_id"),
                        Columns.text(row, "business_key"),
                        row.getString("element_id"),
                        Columns.optionalLong(row, "job_key"),
                        row.getString("error_type"),
                        row.getString("error_message"),
                        Columns.instant(row, "created_at")))
                .list();
        if (found.size() <= limit) {
            return new Page<>(found, Optional.empty());
        }
        Row last = found.get(limit - 1);
        long micros = java.time.temporal.ChronoUnit.MICROS.between(java.time.Instant.EPOCH, last.createdAt());
        return new Page<>(found.subList(0, limit), Optional.of(new Cursor(0, last.key(), micros).text()));
    }
}
