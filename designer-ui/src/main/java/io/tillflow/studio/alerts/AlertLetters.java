package io.tillflow.studio.alerts;

import io.tillflow.studio.alerts.Alert.Letter;
import io.tillflow.studio.alerts.Alerts.Unwritten;
import io.tillflow.studio.connectors.Away;
import io.tillflow.studio.connectors.Refused;
import io.tillflow.studio.connectors.Wire;
import io.tillflow.studio.platform.StudioSettings;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Writes to whom a rule names, by way of the connectors, which send a letter of the same alert only once. */
@Component
class AlertLetters {

    private static final Logger LOG = LoggerFactory.getLogger(AlertLetters.class);
    private static final int AT_ONCE = 20;
    private static final int UNPROCESSABLE = 422;
    private static final int BAD_REQUEST = 400;

    private final Alerts alerts;
    private final AlertWords words;
    private final Wire wire;
    private final StudioSettings settings;

    AlertLetters(Alerts alerts, AlertWords words, Wire wire, StudioSettings settings) {
        this.alerts = alerts;
        this.words = words;
        this.wire = wire;
        this.settings = settings;
    }

    void send() {
        for (Unwritten it : alerts.unwritten(AT_ONCE)) {
            try {
                wire.send("POST", "/messaging/alerts", letter(it));
                alerts.written(it.alert().id(), Letter.SENT, "");
            } catch (Refused refused) {
                if (refused.status() != UNPROCESSABLE && refused.status() != BAD_REQUEST) {
                    LOG.warn("the letter about alert {} waits: {}", it.alert().id(), refused.why());
                    return;
                }
                alerts.written(it.alert().id(), Letter.REFUSED, refused.why());
            } catch (Away away) {
                LOG.warn("the letter about alert {} waits: {}", it.alert().id(), away.getMessage());
                return;
            }
        }
    }

    private Map<String, Object> letter(Unwritten it) {
        return Map.of(
                "alert", it.alert().id(),
                "to", it.to(),
                "rule", it.alert().rule(),
                "what", words.inEnglish(it.alert()),
                "url", settings.studioUrl() + "/alerts");
    }
}
