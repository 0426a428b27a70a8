package io.tillflow.connectors.hooks;

import io.tillflow.connectors.hooks.Delivery.Outcome;
import io.tillflow.connectors.secrets.Redaction;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The last calls of each webhook: the newest fifty that were taken and the newest fifty that were refused, for a week. */
@Repository
class Deliveries {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int KEPT = 50;
    private static final Duration KEPT_FOR = Duration.ofDays(7);
    private static final int LONGEST_PAYLOAD = 20_000;
    private static final int LONGEST_HEADER = 400;
    private static final int MOST_HEADERS = 40;
    private static final Set<String> SECRET_HEADERS =
            Set.of("authorization", "cookie", "proxy-authorization", "x-gitlab-token", "x-api-key");

    private final JdbcClient database;
    private final Redaction redaction;
    private final Clock clock;

    Deliveries(JdbcClient database, Redaction redaction, Clock clock) {
        this.database = database;
        this.redaction = redaction;
        this.clock = clock;
    }

    /** What became of a call. */
    record Told(
            Outcome outcome, String explanation, @Nullable String eventId) {}

    void note(Hook hook, Call call, Told told) {
        database.sql("""
                insert into connectors.hook_delivery (hook, at, outcome, explanation, event_id, by_hand, headers, payload)
                values (:hook, :now, :outcome, :explanation, :event, :byHand, cast(:headers as jsonb), :payload)
                """)
                .param("hook", hook.id())
                .param("now", Timestamp.from(clock.instant()))
                .param("outcome", told.outcome().name())
                .param("explanation", redaction.clean(told.explanation()))
                .param("event", told.eventId())
                .param("byHand", call.byHand())
                .param("headers", JSON.writeValueAsString(headers(hook, call)))
                .param("payload", payload(call.body()))
                .update();
        forgetMoreThanKept(hook.id(), told.outcome().isTaken());
    }

    private void forgetMoreThanKept(String hook, boolean taken) {
        database.sql("""
                delete from connectors.hook_delivery
                 where hook = :hook and (outcome in ('ACCEPTED', 'REPEATED')) = :taken
                   and seq <= (select seq from connectors.hook_delivery
                                where hook = :hook and (outcome in ('ACCEPTED', 'REPEATED')) = :taken order by seq desc offset :kept limit 1)
                """)
                .param("hook", hook)
                .param("taken", taken)
                .param("kept", KEPT)
                .update();
    }

    private Map<String, String> headers(Hook hook, Call call) {
        Map<String, String> shown = new TreeMap<>();
        call.headers().entrySet().stream().limit(MOST_HEADERS).forEach(header -> {
            boolean secret = header.getKey().equalsIgnoreCase(hook.header())
                    || SECRET_HEADERS.contains(header.getKey().toLowerCase(Locale.ROOT));
            shown.put(header.getKey(), secret ? "(hidden)" : cut(redaction.clean(header.getValue()), LONGEST_HEADER));
        });
        return shown;
    }

    /** NUL is no text to the database. */
    private String payload(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8).replace('\0', '\uFFFD');
        return cut(redaction.clean(text), LONGEST_PAYLOAD);
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most) + "…";
    }

    /** The newest first. */
    List<Delivery> of(String hook) {
        return database.sql("""
                select seq, at, outcome, explanation, event_id, by_hand, headers::text as headers, payload
                  from connectors.hook_delivery where hook = :hook order by seq desc limit :kept
                """)
                .param("hook", hook)
                .param("kept", KEPT)
                .query(Deliveries::delivery)
                .list();
    }

    private static Delivery delivery(ResultSet row, int number) throws SQLException {
        return new Delivery(
                row.getLong("seq"),
                row.getTimestamp("at").toInstant(),
                Outcome.valueOf(row.getString("outcome")),
                row.getString("explanation"),
                row.getString("event_id"),
                row.getBoolean("by_hand"),
                JSON.readTree(row.getString("headers")),
                row.getString("payload"));
    }

    void forgetTheOld() {
        database.sql("delete from connectors.hook_delivery where at < :at")
                .param("at", Timestamp.from(clock.instant().minus(KEPT_FOR)))
                .update();
    }
}
