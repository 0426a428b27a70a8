package io.tillflow.studio.alerts;

import io.tillflow.studio.alerts.Gauges.Reading;
import io.tillflow.studio.watch.Watch;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looks at all rules; of several studios one at a time does, by the lock on the round's row. */
@Component
class AlertRounds {

    /** A round is left out when another studio has just ended one. */
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final AlertRules rules;
    private final Alerts alerts;
    private final Gauges gauges;
    private final Watch watch;
    private final JdbcClient jdbc;
    private final Clock clock;

    AlertRounds(AlertRules rules, Alerts alerts, Gauges gauges, Watch watch, JdbcClient jdbc, Clock clock) {
        this.rules = rules;
        this.alerts = alerts;
        this.gauges = gauges;
        this.watch = watch;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A round unless another studio is at it, or was a moment ago. */
    @Transactional
    public void ifDue() {
        int mine = jdbc.sql("""
                        UPDATE studio.alert_round SET ended_at = :now WHERE one IN (
                          SELECT one FROM studio.alert_round WHERE ended_at <= :before FOR UPDATE SKIP LOCKED)""")
                .param("now", at(clock.instant()))
                .param("before", at(clock.instant().minus(PAUSE)))
                .update();
        if (mine > 0) {
            look();
        }
    }

    /** A round now, after the one that is under way: rules have changed. */
    @Transactional
    public void now() {
        jdbc.sql("UPDATE studio.alert_round SET ended_at = :now")
                .param("now", at(clock.instant()))
                .update();
        look();
    }

    private void look() {
        Instant now = clock.instant();
        for (AlertRule rule : rules.all()) {
            Optional<List<Reading>> readings =
                    rule.on() ? gauges.read(rule, watch.last(), now) : Optional.of(List.of());
            readings.ifPresent(found -> {
                alerts.closeAllBut(rule, found.stream().map(Reading::subject).toList());
                found.forEach(it -> alerts.raise(rule, it));
            });
        }
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
