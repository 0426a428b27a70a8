package io.tillflow.studio.alerts;

import java.util.List;
import org.springframework.stereotype.Service;

/** What people do about rules and alerts; a changed rule is looked at at once. */
@Service
class AlertDesk {

    private static final int MOST = 500;
    private static final int LATELY = 50;

    private final AlertRules rules;
    private final Alerts alerts;
    private final AlertRounds rounds;

    AlertDesk(AlertRules rules, Alerts alerts, AlertRounds rounds) {
        this.rules = rules;
        this.alerts = alerts;
        this.rounds = rounds;
    }

    /** All there is to see. */
    record Sheet(List<Alert> open, List<Alert> closed, List<AlertRule> rules) {}

    Sheet sheet() {
        return new Sheet(alerts.open(MOST), alerts.closed(LATELY), rules.all());
    }

    AlertRule add(AlertRule rule) {
        long id = rules.add(rule);
        rounds.now();
        return rule.as(id);
    }

    AlertRule change(AlertRule rule) {
        rules.change(rule);
        rounds.now();
        return rule;
    }

    void delete(long id) {
        rules.delete(id);
    }

    void acknowledge(long alertId) {
        alerts.acknowledge(alertId);
    }
}
