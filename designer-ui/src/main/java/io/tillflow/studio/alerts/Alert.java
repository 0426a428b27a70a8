package io.tillflow.studio.alerts;

import io.tillflow.studio.alerts.AlertRule.Channel;
import io.tillflow.studio.alerts.AlertRule.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a rule has noticed.
 *
 * @param subject the process or job type it is about
 * @param count how many there were at the last look
 * @param worst how many there were at most
 * @param since when the oldest of them began
 * @param told whom it is told outside of the studio, by each channel once
 */
record Alert(
        long id,
        String rule,
        Kind kind,
        String subject,
        int minutes,
        long count,
        long worst,
        Instant since,
        Instant raisedAt,
        Optional<String> acknowledgedBy,
        Optional<Instant> closedAt,
        List<Told> told) {

    /** How far it is told by a channel, and if it was refused, why. */
    record Told(Channel channel, State state, Optional<String> reason) {
        enum State {
            WAITING,
            SENT,
            REFUSED
        }
    }

    /** Where in the studio one sees what it is about. */
    String address() {
        return switch (kind) {
            case INCIDENTS -> "instances?state=incident&process=" + subject;
            case STALL -> "instances?state=open&process=" + subject;
            case SLA -> "instances?state=open&process=" + subject + "&order=oldest";
            case BACKLOG -> "connectors";
        };
    }
}
