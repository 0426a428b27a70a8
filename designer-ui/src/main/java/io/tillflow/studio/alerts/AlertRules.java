package io.tillflow.studio.alerts;

import io.tillflow.studio.alerts.AlertRule.Kind;
import io.tillflow.studio.audit.Audit;
import io.tillflow.studio.security.CurrentUser;
import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The rules; each change is in the audit, without anybody's address. */
@Service
public class AlertRules {

    private static final String COLUMNS = "id, name, kind, subject, threshold, minutes, email, chat, is_on";

    private final JdbcClient jdbc;
    private final Audit audit;
    private final CurrentUser user;
    private final Clock clock;

    AlertRules(JdbcClient jdbc, Audit audit, CurrentUser user, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.user = user;
        this.clock = clock;
    }

    /** There is one of this name already. */
    static final class NameTaken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NameTaken(String name, DuplicateKeyException cause) {
            super("there is a rule \"" + name + "\" already: change that one, or choose another name", cause);
        }
    }

    /** There is no such rule, or no longer. */
    static final class NoSuchRule extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoSuchRule(long id) {
            super("there is no rule " + id);
        }
    }

    List<AlertRule> all() {
        return jdbc.sql("SELECT " + COLUMNS + " FROM studio.alert_rule ORDER BY name")
                .query((row, n) -> rule(row))
                .list();
    }

    Optional<AlertRule> find(long id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM studio.alert_rule WHERE id = :id")
                .param("id", id)
                .query((row, n) -> rule(row))
                .optional();
    }

    private static AlertRule rule(java.sql.ResultSet row) throws java.sql.SQLException {
        return new AlertRule(
                row.getLong("id"),
                row.getString("name"),
                Kind.valueOf(row.getString("kind")),
                row.getString("subject"),
                row.getLong("threshold"),
                row.getInt("minutes"),
                row.getString("email"),
                row.getString("chat"),
                row.getBoolean("is_on"));
    }

    @RolesAllowed(Role.Is.OPERATOR)
    @Transactional
    public long add(AlertRule rule) {
        long id = unique(rule, jdbc.sql("""
                        INSERT INTO studio.alert_rule (name, kind, subject, threshold, minutes, email, chat, is_on, changed_by, changed_at)
                        VALUES (:name, :kind, :subject, :threshold, :minutes, :email, :chat, :on, :by, :now) RETURNING id"""));
        audit.record("alert-rule.added", "alert-rule/" + id, null, told(rule));
        return id;
    }

    @RolesAllowed(Role.Is.OPERATOR)
    @Transactional
    public void change(AlertRule rule) {
        AlertRule before = find(rule.id()).orElseThrow(() -> new NoSuchRule(rule.id()));
        unique(rule, jdbc.sql("""
                        UPDATE studio.alert_rule SET name = :name, kind = :kind, subject = :subject, threshold = :threshold, minutes = :minutes,
                               email = :email, chat = :chat, is_on = :on, changed_by = :by, changed_at = :now WHERE id = :id RETURNING id""").param("id", rule.id()));
        audit.record("alert-rule.changed", "alert-rule/" + rule.id(), told(before), told(rule));
    }

    /** Deletes a rule and closes what it raised. */
    @RolesAllowed(Role.Is.OPERATOR)
    @Transactional
    public void delete(long id) {
        AlertRule rule = find(id).orElseThrow(() -> new NoSuchRule(id));
        jdbc.sql("UPDATE studio.alert SET closed_at = :now WHERE rule_id = :id AND closed_at IS NULL")
                .param("id", id)
                .param("now", now())
                .update();
        jdbc.sql("DELETE FROM studio.alert_rule WHERE id = :id").param("id", id).update();
        audit.record("alert-rule.deleted", "alert-rule/" + id, told(rule), null);
    }

    private long unique(AlertRule rule, StatementSpec statement) {
        try {
            return statement
                    .param("name", rule.name())
                    .param("kind", rule.kind().name())
                    .param("subject", rule.subject())
                    .param("threshold", rule.threshold())
                    .param("minutes", rule.minutes())
                    .param("email", rule.email())
                    .param("chat", rule.chat())
                    .param("on", rule.on())
                    .param("by", user.name())
                    .param("now", now())
                    .query(Long.class)
                    .single();
        } catch (DuplicateKeyException taken) {
            throw new NameTaken(rule.name(), taken);
        }
    }

    private static Map<String, Object> told(AlertRule rule) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("name", rule.name());
        told.put("kind", rule.kind());
        told.put("subject", rule.subject());
        told.put("threshold", rule.threshold());
        told.put("minutes", rule.minutes());
        told.put("byMail", !rule.email().isEmpty());
        told.put("chat", rule.chat());
        told.put("on", rule.on());
        return told;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
