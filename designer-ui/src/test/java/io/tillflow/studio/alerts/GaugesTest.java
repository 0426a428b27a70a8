package io.tillflow.studio.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillflow.engine.history.Backlogs.Backlog;
import io.tillflow.engine.history.Stall;
import io.tillflow.engine.history.Stall.Cause;
import io.tillflow.engine.history.Stall.Limit;
import io.tillflow.engine.history.Stall.Why;
import io.tillflow.engine.history.Tallies;
import io.tillflow.studio.alerts.AlertRule.Kind;
import io.tillflow.studio.alerts.Gauges.Reading;
import io.tillflow.studio.watch.Watch.Sight;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class GaugesTest {
    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final Duration WINDOW = Duration.ofMinutes(15);

    private final Gauges gauges = new Gauges(new Tallies(JdbcClient.create(new DriverManagerDataSource())));

    @Test
    void addsUpTheStallsOfAProcess() {
        Sight sight = sight(
                List.of(stall("order", "pay", 2, 60), stall("order", "ship", 3, 90), stall("return", "label", 4, 5)),
                List.of());
        assertThat(gauges.read(rule(Kind.STALL, "", 5, 0), sight, NOW))
                .hasValue(List.of(new Reading("order", 5, NOW.minusSeconds(5400))));
        assertThat(gauges.read(rule(Kind.STALL, "return", 4, 0), sight, NOW).orElseThrow())
                .hasSize(1);
        assertThat(gauges.read(rule(Kind.STALL, "return", 5, 0), sight, NOW)).hasValue(List.of());
    }

    @Test
    void mindsABacklogOnlyWhenItsOldestJobHasWaitedLongEnough() {
        Sight sight = sight(List.of(), List.of(backlog("payments.capture", 30, 20), backlog("commerce.update", 40, 2)));
        assertThat(gauges.read(rule(Kind.BACKLOG, "", 10, 15), sight, NOW))
                .hasValue(List.of(new Reading("payments.capture", 30, NOW.minusSeconds(1200))));
        assertThat(gauges.read(rule(Kind.BACKLOG, "", 10, 0), sight, NOW).orElseThrow())
                .hasSize(2);
        assertThat(gauges.read(rule(Kind.BACKLOG, "payments.capture", 31, 0), sight, NOW))
                .hasValue(List.of());
    }

    @Test
    void doesNotTakeAnOldSightForNews() {
        Sight old = new Sight(List.of(stall("order", "pay", 2, 60)), List.of(), NOW.minusSeconds(600));
        assertThat(gauges.read(rule(Kind.STALL, "", 1, 0), old, NOW)).isEmpty();
        assertThat(gauges.read(rule(Kind.BACKLOG, "", 1, 0), old, NOW)).isEmpty();
    }

    @Test
    void knowsARuleThatMakesNoSense() {
        assertThatThrownBy(() -> rule(Kind.SLA, "", 1, 0)).hasMessageContaining("minutes must be from 1");
        assertThatThrownBy(() -> rule(Kind.STALL, "", 0, 0)).hasMessageContaining("threshold");
        assertThatThrownBy(() -> new AlertRule(1, " ", Kind.STALL, "", 1, 0, "", "", true))
                .hasMessageContaining("name");
    }

    private static AlertRule rule(Kind kind, String subject, long threshold, int minutes) {
        return new AlertRule(1, "a rule", kind, subject, threshold, minutes, "", "", true);
    }

    private static Sight sight(List<Stall> stalls, List<Backlog> backlogs) {
        return new Sight(stalls, backlogs, NOW.minusSeconds(15));
    }

    private static Backlog backlog(String type, long open, long minutes) {
        return new Backlog(type, open, Optional.of(NOW.minusSeconds(60 * minutes)), 0, 0, WINDOW);
    }

    private static Stall stall(String process, String element, long waiting, long minutes) {
        return new Stall(
                process,
                7,
                element,
                "SERVICE_TASK",
                waiting,
                NOW.minusSeconds(60 * minutes),
                new Limit(WINDOW, Optional.empty(), 0),
                List.of(1L),
                new Cause(Why.UNKNOWN, "", "", Optional.empty()));
    }
}
