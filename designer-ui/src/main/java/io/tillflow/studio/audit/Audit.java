package io.tillflow.studio.audit;

import io.tillflow.studio.security.CurrentUser;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The log of what people and tokens changed. */
@Component
public class Audit {

    /** One change; before and after are JSON, absent where there was or is nothing. */
    public record Entry(
            long id,
            Instant at,
            String actor,
            String action,
            String subject,
            @Nullable String before,
            @Nullable String after) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final CurrentUser user;
    private final Clock clock;

    Audit(JdbcClient jdbc, JsonMapper json, CurrentUser user, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.user = user;
        this.clock = clock;
    }

    /**
     * Records a change by the current user, in the surrounding transaction if there is one.
     *
     * @param action a verb in the past with its feature, as in {@code instance.cancelled}
     * @param subject what was changed, as in {@code instance/2251799813685301}
     * @param before and after anything that Jackson writes; never secrets or personal data
     */
    public void record(String action, String subject, @Nullable Object before, @Nullable Object after) {
        recordAs(user.name(), action, subject, before, after);
    }

    /** As {@link #record}, for work that runs outside the acting user's request. */
    public void recordAs(String actor, String action, String subject, @Nullable Object before, @Nullable Object after) {
        jdbc.sql("""
                        INSERT INTO studio.audit (at, actor, action, subject, before, after)
                        VALUES (:at, :actor, :action, :subject, :before::jsonb, :after::jsonb)""")
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("actor", actor)
                .param("action", action)
                .param("subject", subject)
                .param("before", before == null ? null : json.writeValueAsString(before))
                .param("after", after == null ? null : json.writeValueAsString(after))
                .update();
    }

    /** The newest entries before the given id, at most {@code limit}. */
    public List<Entry> newest(long beforeId, int limit) {
        return newest("", "", "", beforeId, limit);
    }

    /** The newest entries of those about a subject, by an actor or of an action; an empty one stands for all. */
    List<Entry> newest(String subject, String actor, String action, long beforeId, int limit) {
        return jdbc.sql("""
                        SELECT id, at, actor, action, subject, before::text AS before, after::text AS after
                        FROM studio.audit WHERE id < :beforeId AND (:subject = '' OR subject = :subject)
                          AND (:actor = '' OR actor = :actor) AND (:action = '' OR action = :action)
                        ORDER BY id DESC LIMIT :limit""")
                .param("subject", subject)
                .param("actor", actor)
                .param("action", action)
                .param("beforeId", beforeId)
                .param("limit", limit)
                .query((row, n) -> new Entry(
                        row.getLong("id"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("actor"),
                        row.getString("action"),
                        row.getString("subject"),
                        row.getString("before"),
                        row.getString("after")))
                .list();
    }
}
