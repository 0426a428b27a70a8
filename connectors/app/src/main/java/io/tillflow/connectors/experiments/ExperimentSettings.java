package io.tillflow.connectors.experiments;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How experiments are judged.
 *
 * @param grace how long after a unit's time is over it is judged: history is told of things a little later than they happen
 */
@ConfigurationProperties("tillflow.experiments")
record ExperimentSettings(@DefaultValue("30s") Duration grace) {
    ExperimentSettings {
        if (grace.isNegative()) {
            throw new IllegalArgumentException(
                    "expected tillflow.experiments.grace to be a time of 0s or more, but it is " + grace);
        }
    }
}
