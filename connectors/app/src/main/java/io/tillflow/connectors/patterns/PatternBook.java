package io.tillflow.connectors.patterns;

import io.tillflow.connectors.schedules.Misfire;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Patterns as they are kept, and what was seen of them. */
@Repository
class PatternBook {
    private static final String SELECT = "select p.*, p.data::text as variables from connectors.pattern p ";

    private final JdbcClient database;

    PatternBook(JdbcClient database) {
        this.database = database;
    }

    List<Pattern> all() {
        return database.sql(SELECT + "order by id").query(PatternBook::pattern).list();
    }

    Optional<Pattern> find(String id) {
        return database.sql(SELECT + "where id = :id")
                .param("id", id)
                .query(PatternBook::pattern)
                .optional();
    }

    /** One to look at now that nobody else looks at; it is ours until the transaction ends. */
    Optional<Pattern> takeDue(Instant now) {
        return database.sql(SELECT + "where next_look <= :now order by next_look limit 1 for update skip locked")
                .param("now", Timestamp.from(now))
                .query(PatternBook::pattern)
                .optional();
    }

    /** Puts it in the place of one with the same id; what was seen and left out is kept. */
    void put(Pattern it) {
        database.sql("""
                insert into connectors.pattern (id, metric, each, span, zone, compare, bound, fewest, rest_hours, misfire, message, data, paused,
                                                next_window, next_look, changed_at, changed_by)
                values (:id, :metric, :each, :span, :zone, :compare, :bound, :fewest, :rest, :misfire, :message, cast(:data as jsonb), :paused,
                        :window, case when :paused then null else cast(:now as timestamptz) end, :now, :by)
                on conflict (id) do update
                   set metric = excluded.metric, each = excluded.each, span = excluded.span, zone = excluded.zone, compare = excluded.compare,
                       bound = excluded.bound, fewest = excluded.fewest, rest_hours = excluded.rest_hours, misfire = excluded.misfire,
                       message = excluded.message, data = excluded.data, paused = excluded.paused, next_window = excluded.next_window,
                       next_look = excluded.next_look, trouble = null, changed_at = excluded.changed_at, changed_by = excluded.changed_by
                """)
                .params(rule(it.rule()))
                .param("id", it.id())
                .param("misfire", it.misfire().word())
                .param("message", it.message())
                .param("data", it.data())
                .param("paused", it.paused())
                .param("window", Timestamp.from(it.nextWindow()))
                .param("now", Timestamp.from(it.changedAt()))
                .param("by", it.changedBy())
                .update();
    }

    private static Map<String, Object> rule(Rule rule) {
        Map<String, Object> columns = new HashMap<>();
        columns.put("metric", rule.metric().word());
        columns.put("each", rule.each());
        columns.put("span", rule.span().word());
        columns.put("zone", rule.zone().getId());
        columns.put("compare", rule.compare().word());
        columns.put("bound", rule.bound());
        columns.put("fewest", rule.fewest());
        columns.put("rest", rule.restHours());
        return columns;
    }

    void looked(Pattern it, Instant now, Instant nextLook) {
        database.sql("""
                update connectors.pattern
                   set next_window = :window, next_look = :next, looked_at = :now, trouble = :trouble, left_out = :leftOut where id = :id
                """)
                .param("id", it.id())
                .param("window", Timestamp.from(it.nextWindow()))
                .param("next", Timestamp.from(nextLook))
                .param("now", Timestamp.from(now))
                .param("trouble", it.trouble())
                .param("leftOut", it.leftOut())
                .update();
    }

    /** Whether it was not seen in this window before. */
    boolean seen(String pattern, Sighting it, String event, Instant now) {
        return database.sql("""
                insert into connectors.pattern_seen (pattern, window_from, subject, value, low, high, event, seen_at)
                values (:pattern, :from, :subject, :value, :low, :high, :event, :now) on conflict do nothing
                """)
                        .param("pattern", pattern)
                        .param("from", Timestamp.from(it.from()))
                        .param("subject", it.subject())
                        .param("value", it.value())
                        .param("low", it.low())
                        .param("high", it.high())
                        .param("event", event)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    /** The window in which each subject was seen last. */
    Map<String, Instant> lastSeen(String pattern) {
        Map<String, Instant> last = new HashMap<>();
        database.sql(
                        "select subject, max(window_from) as at from connectors.pattern_seen where pattern = :id group by 1")
                .param("id", pattern)
                .query(row -> {
                    last.put(
                            row.getString("subject"),
                            Objects.requireNonNull(row.getTimestamp("at")).toInstant());
                });
        return last;
    }

    boolean delete(String id) {
        return database.sql("delete from connectors.pattern where id = :id")
                        .param("id", id)
                        .update()
                == 1;
    }

    /** The processes that a message begins. */
    List<String> begunBy(String message) {
        return database.sql("select process_id from connectors.automation_trigger where message = :message order by 1")
                .param("message", message)
                .query(String.class)
                .list();
    }

    private static Pattern pattern(ResultSet row, int number) throws SQLException {
        Rule rule = new Rule(
                Metric.of(row.getString("metric")),
                row.getString("each"),
                Span.of(row.getString("span")),
                Rule.zone(row.getString("zone")),
                Compare.of(row.getString("compare")),
                row.getDouble("bound"),
                row.getInt("fewest"),
                row.getInt("rest_hours"));
        return new Pattern(
                row.getString("id"),
                rule,
                Misfire.of(row.getString("misfire")),
                row.getString("message"),
                row.getString("variables"),
                row.getBoolean("paused"),
                row.getTimestamp("next_window").toInstant(),
                instant(row.getTimestamp("looked_at")),
                row.getString("trouble"),
                row.getLong("left_out"),
                row.getTimestamp("changed_at").toInstant(),
                row.getString("changed_by"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
