package io.tillflow.studio.alerts;

import io.tillflow.studio.alerts.Alert.Told;
import io.tillflow.studio.alerts.AlertRule.Channel;
import io.tillflow.studio.alerts.ToldAlerts.Untold;
import io.tillflow.studio.connectors.Away;
import io.tillflow.studio.connectors.Refused;
import io.tillflow.studio.connectors.Wire;
import io.tillflow.studio.platform.StudioSettings;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells whom a rule names, by way of the connectors, which tell the same alert only once by each channel. */
@Component
class AlertMessages {

    private static final Logger LOG = LoggerFactory.getLogger(AlertMessages.class);
    private static final int AT_ONCE = 200;
    private static final int UNPROCESSABLE = 422;
    private static final int BAD_REQUEST = 400;

    private final ToldAlerts told;
    private final AlertWords words;
    private final Wire wire;
    private final StudioSettings settings;

    AlertMessages(ToldAlerts told, AlertWords words, Wire wire, StudioSettings settings) {
        this.told = told;
        this.words = words;
        this.wire = wire;
        this.settings = settings;
    }

    void send() {
        for (Channel channel : Channel.values()) {
            send(channel);
        }
    }

    /** Neither a channel nor a recipient in trouble holds up others. */
    private void send(Channel channel) {
        Set<String> troubled = new HashSet<>();
        for (Untold it : told.waiting(channel, AT_ONCE)) {
            if (troubled.contains(it.to())) {
                continue;
            }
            long id = it.alert().id();
            try {
                wire.send("POST", "/messaging/alerts", message(channel, it));
                told.done(id, channel, Told.State.SENT, "");
            } catch (Refused refused) {
                if (refused.status() != UNPROCESSABLE && refused.status() != BAD_REQUEST) {
                    LOG.warn("the {} about alert {} waits: {}", channel, id, refused.why());
                    troubled.add(it.to());
                } else {
                    told.done(id, channel, Told.State.REFUSED, refused.why());
                }
            } catch (Away away) {
                LOG.warn("the {} about alert {} waits: {}", channel, id, away.getMessage());
                return;
            }
        }
    }

    private Map<String, Object> message(Channel channel, Untold it) {
        return Map.of(
                "alert",
                it.alert().id(),
                channel == Channel.EMAIL ? "to" : "chat",
                it.to(),
                "rule",
                it.alert().rule(),
                "what",
                words.inEnglish(it.alert()),
                "url",
                settings.studioUrl() + "/alerts");
    }
}
