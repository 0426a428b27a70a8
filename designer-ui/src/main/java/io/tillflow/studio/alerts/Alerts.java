package io.tillflow.studio.alerts;

import io.tillflow.processes.OfferedMessage;
import io.tillflow.studio.alerts.AlertRule.Kind;
import io.tillflow.studio.alerts.Gauges.Reading;
import io.tillflow.studio.audit.Audit;
import io.tillflow.studio.security.CurrentUser;
import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** The alerts: raised once, closed when their cause is gone. */
@Repository
public class Alerts {

    private static final String ACTOR = "system";
    private static final String COLUMNS = "a.*, " + ToldAlerts.OF_ALERT;

    private final JdbcClient jdbc;
    private final ToldAlerts told;
    private final Audit audit;
    private final CurrentUser user;
    private final Clock clock;

    Alerts(JdbcClient jdbc, ToldAlerts told, Audit audit, CurrentUser user, Clock clock) {
        this.jdbc = jdbc;
        this.told = told;
        this.audit = audit;
        this.user = user;
        this.clock = clock;
    }

    /** Open ones, the newest first. */
    List<Alert> open(int most) {
        return list(jdbc.sql("SELECT " + COLUMNS
                        + " FROM studio.alert a WHERE closed_at IS NULL ORDER BY id DESC LIMIT :most")
                .param("most", most));
    }

    /** Closed ones, what was closed last first. */
    List<Alert> closed(int most) {
        return list(jdbc.sql("SELECT " + COLUMNS
                        + " FROM studio.alert a WHERE closed_at IS NOT NULL ORDER BY closed_at DESC LIMIT :most")
                .param("most", most));
    }

    Optional<Alert> find(long id) {
        return list(jdbc.sql("SELECT " + COLUMNS + " FROM studio.alert a WHERE id = :id")
                        .param("id", id))
                .stream()
                .findFirst();
    }

    /** How many are open that nobody has acknowledged. */
    int unseen() {
        return jdbc.sql("SELECT count(*) FROM studio.alert WHERE closed_at IS NULL AND acknowledged_at IS NULL")
                .query(Integer.class)
                .single();
    }

    /** Says that somebody looks after it; saying it again changes nothing. */
    @RolesAllowed({Role.Is.OPERATOR, Role.Is.MERCHANT, Role.Is.ANALYST})
    public void acknowledge(long id) {
        int changed = jdbc.sql("""
                        UPDATE studio.alert SET acknowledged_by = :by, acknowledged_at = :now
                         WHERE id = :id AND acknowledged_at IS NULL""")
                .param("by", user.name())
                .param("now", now())
                .param("id", id)
                .update();
        if (changed > 0) {
            audit.record("alert.acknowledged", "alert/" + id, null, null);
        }
    }

    /** Raises it unless it is open already; then only its figures change. */
    void raise(AlertRule rule, Reading reading) {
        jdbc.sql("""
                        INSERT INTO studio.alert (rule_id, rule_name, kind, subject, minutes, count, worst, since, raised_at, event)
                        SELECT :rule, :name, :kind, :subject, :minutes, :count, :count, :since, :now,
                               CASE WHEN EXISTS (SELECT FROM history.message_subscription WHERE name = :message AND state = 'OPEN')
                                    THEN 'WAITING' ELSE 'NONE' END
                        ON CONFLICT (rule_id, subject) WHERE closed_at IS NULL
                        DO UPDATE SET count = excluded.count, worst = greatest(alert.worst, excluded.count), since = excluded.since
                        RETURNING id, xmax = 0 AS fresh""")
                .param("rule", rule.id())
                .param("name", rule.name())
                .param("kind", rule.kind().name())
                .param("subject", reading.subject())
                .param("minutes", rule.minutes())
                .param("count", reading.count())
                .param("since", OffsetDateTime.ofInstant(reading.since(), ZoneOffset.UTC))
                .param("now", now())
                .param("message", OfferedMessage.ALERT_RAISED)
                .query((row, n) -> row.getBoolean("fresh") ? row.getLong("id") : 0L)
                .optional()
                .filter(id -> id != 0)
                .ifPresent(id -> raised(id, rule, reading));
    }

    private void raised(long id, AlertRule rule, Reading reading) {
        told.begin(id, rule);
        audit.recordAs(
                ACTOR,
                "alert.raised",
                "alert/" + id,
                null,
                Map.of("rule", rule.name(), "subject", reading.subject(), "count", reading.count()));
    }

    /** Closes what a rule raised about anything but these. */
    void closeAllBut(AlertRule rule, List<String> subjects) {
        jdbc.sql("""
                        UPDATE studio.alert SET closed_at = :now
                         WHERE rule_id = :rule AND closed_at IS NULL AND subject <> ALL (:subjects) RETURNING id""")
                .param("now", now())
                .param("rule", rule.id())
                .param("subjects", subjects.toArray(String[]::new))
                .query(Long.class)
                .list()
                .forEach(id -> audit.recordAs(ACTOR, "alert.closed", "alert/" + id, null, null));
    }

    /** Alerts that an automation waits to hear of. */
    List<Alert> unheard(int most) {
        return list(
                jdbc.sql("SELECT " + COLUMNS + " FROM studio.alert a WHERE event = 'WAITING' ORDER BY id LIMIT :most")
                        .param("most", most));
    }

    void heard(long id) {
        jdbc.sql("UPDATE studio.alert SET event = 'SENT' WHERE id = :id")
                .param("id", id)
                .update();
    }

    private static List<Alert> list(StatementSpec statement) {
        return statement.query((row, n) -> alert(row)).list();
    }

    static Alert alert(ResultSet row) throws SQLException {
        return new Alert(
                row.getLong("id"),
                row.getString("rule_name"),
                Kind.valueOf(row.getString("kind")),
                row.getString("subject"),
                row.getInt("minutes"),
                row.getLong("count"),
                row.getLong("worst"),
                row.getTimestamp("since").toInstant(),
                row.getTimestamp("raised_at").toInstant(),
                Optional.ofNullable(row.getString("acknowledged_by")),
                instant(row, "closed_at"),
                ToldAlerts.told(row));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
