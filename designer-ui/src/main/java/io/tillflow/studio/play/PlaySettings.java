package io.tillflow.studio.play;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much playing the machine carries.
 *
 * @param sessions plays at the same time; each has a JVM of its own
 * @param restForOthers after this without a step a play makes room for another
 * @param longestRest after this without a step a play ends
 */
@ConfigurationProperties("tillflow.play")
public record PlaySettings(
        @DefaultValue("2") int sessions,
        @DefaultValue("2m") Duration restForOthers,
        @DefaultValue("15m") Duration longestRest) {
    public PlaySettings {
        if (sessions < 1) {
            throw new IllegalArgumentException("tillflow.play.sessions must be at least 1, was " + sessions);
        }
    }
}
