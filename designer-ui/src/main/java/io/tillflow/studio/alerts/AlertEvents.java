package io.tillflow.studio.alerts;

import io.tillflow.processes.OfferedMessage;
import io.tillflow.studio.connectors.Away;
import io.tillflow.studio.connectors.Refused;
import io.tillflow.studio.connectors.Wire;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells automations of alerts by way of the connectors' intake, which takes the same event only once. */
@Component
class AlertEvents {

    private static final Logger LOG = LoggerFactory.getLogger(AlertEvents.class);
    private static final int AT_ONCE = 20;

    private final Alerts alerts;
    private final AlertWords words;
    private final Wire wire;

    AlertEvents(Alerts alerts, AlertWords words, Wire wire) {
        this.alerts = alerts;
        this.words = words;
        this.wire = wire;
    }

    void send() {
        for (Alert it : alerts.unheard(AT_ONCE)) {
            try {
                wire.send("POST", "/intake/events", List.of(event(it)));
                alerts.heard(it.id());
            } catch (Away | Refused trouble) {
                LOG.warn("automations are not told of alert {} yet: {}", it.id(), trouble.getMessage());
                return;
            }
        }
    }

    private Map<String, Object> event(Alert alert) {
        String id = "alert-" + alert.id();
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("id", alert.id());
        about.put("rule", alert.rule());
        about.put("kind", alert.kind());
        about.put("subject", alert.subject());
        about.put("count", alert.count());
        about.put("what", words.inEnglish(alert));
        return Map.of(
                "source",
                "studio",
                "id",
                id,
                "type",
                OfferedMessage.ALERT_RAISED,
                "subject",
                id,
                "time",
                alert.raisedAt().toString(),
                "data",
                Map.of("businessKey", id, "alert", about));
    }
}
