package io.tillflow.studio.alerts;

import io.tillflow.studio.alerts.Alert.Told;
import io.tillflow.studio.alerts.AlertRule.Channel;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whom alerts are told outside of the studio. */
@Repository
class ToldAlerts {

    /** A column of a query over alerts, which are called a there. */
    static final String OF_ALERT = """
            (SELECT array_agg(concat_ws(' ', t.channel, t.state, t.reason) ORDER BY t.channel)
               FROM studio.alert_told t WHERE t.alert_id = a.id) AS told""";

    private static final String NOBODY = "the rule names nobody there any more";

    private final JdbcClient jdbc;

    ToldAlerts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An alert that somebody is to be told. */
    record Untold(Alert alert, String to) {}

    /** From now on whom the rule names is to be told. */
    void begin(long id, AlertRule rule) {
        for (Channel channel : Channel.values()) {
            if (!rule.recipient(channel).isEmpty()) {
                jdbc.sql("INSERT INTO studio.alert_told (alert_id, channel, state) VALUES (:id, :channel, 'WAITING')")
                        .param("id", id)
                        .param("channel", channel.name())
                        .update();
            }
        }
    }

    /** What is still to be told by a channel; what its rule names nobody for any more is not. */
    List<Untold> waiting(Channel channel, int most) {
        String recipient = channel == Channel.EMAIL ? "r.email" : "r.chat";
        jdbc.sql("""
                        UPDATE studio.alert_told t SET state = 'REFUSED', reason = :nobody
                          FROM studio.alert a LEFT JOIN studio.alert_rule r ON r.id = a.rule_id
                         WHERE t.alert_id = a.id AND t.channel = :channel AND t.state = 'WAITING' AND coalesce(%s, '') = ''""".formatted(recipient))
                .param("nobody", NOBODY)
                .param("channel", channel.name())
                .update();
        return jdbc.sql("""
                        SELECT a.*, %s, %s AS recipient FROM studio.alert_told w
                          JOIN studio.alert a ON a.id = w.alert_id JOIN studio.alert_rule r ON r.id = a.rule_id
                         WHERE w.channel = :channel AND w.state = 'WAITING' ORDER BY a.id LIMIT :most""".formatted(OF_ALERT, recipient))
                .param("channel", channel.name())
                .param("most", most)
                .query((row, n) -> new Untold(Alerts.alert(row), row.getString("recipient")))
                .list();
    }

    /** @param reason why it was refused; empty when it was not */
    void done(long id, Channel channel, Told.State state, String reason) {
        jdbc.sql("""
                        UPDATE studio.alert_told SET state = :state, reason = nullif(:reason, '')
                         WHERE alert_id = :id AND channel = :channel AND state = 'WAITING'""")
                .param("state", state.name())
                .param("reason", reason)
                .param("id", id)
                .param("channel", channel.name())
                .update();
    }

    static List<Told> told(ResultSet row) throws SQLException {
        @Nullable Array told = row.getArray("told");
        return told == null
                ? List.of()
                : Arrays.stream((String[]) told.getArray())
                        .map(ToldAlerts::told)
                        .toList();
    }

    private static Told told(String written) {
        String[] parts = written.split(" ", 3);
        return new Told(
                Channel.valueOf(parts[0]),
                Told.State.valueOf(parts[1]),
                parts.length > 2 ? Optional.of(parts[2]) : Optional.empty());
    }
}
