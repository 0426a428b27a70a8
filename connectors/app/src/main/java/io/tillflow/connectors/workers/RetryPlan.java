package io.tillflow.connectors.workers;

import io.tillflow.connectors.provider.ProviderUnavailable;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;

/**
 * The pauses between the tries of one task, from its headers.
 *
 * @param last the pause before the last try; each one before it is a quarter as long
 * @param jitter by which share a pause varies by chance
 */
record RetryPlan(Duration last, double jitter) {
    static final String PAUSE = "retryPause";
    static final String JITTER = "retryJitter";
    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final RetryPlan USUAL = new RetryPlan(Duration.ofSeconds(20), 0.2);

    /** What a header says wrongly is not worth failing for: the usual pause is taken. */
    static RetryPlan of(Map<String, String> headers) {
        return new RetryPlan(pause(headers.get(PAUSE)), share(headers.get(JITTER)));
    }

    /** The last pause is the longest: …, 1.25 s, 5 s, 20 s; never shorter than the provider asked for. */
    Duration pauseBefore(int retriesLeft, double chance, ProviderUnavailable trouble) {
        int doublings = 2 * Math.clamp(retriesLeft - 1, 0, 3);
        Duration planned = varied(last.dividedBy(1L << doublings), chance);
        Duration asked = trouble.retryAfter().orElse(Duration.ZERO);
        return asked.compareTo(planned) > 0 ? asked.plus(varied(SHORTEST, chance)) : planned;
    }

    private Duration varied(Duration pause, double chance) {
        return Duration.ofMillis(Math.round(pause.toMillis() * (1 + jitter * (2 * chance - 1))));
    }

    private static Duration pause(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return USUAL.last();
        }
        try {
            Duration pause = DurationStyle.detectAndParse(header.strip());
            return pause.compareTo(SHORTEST) < 0 || pause.compareTo(LONGEST) > 0 ? USUAL.last() : pause;
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException notADuration) {
            return USUAL.last();
        }
    }

    private static double share(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return USUAL.jitter();
        }
        try {
            double share = Double.parseDouble(header.strip());
            return share >= 0 && share <= 1 ? share : USUAL.jitter();
        } catch (NumberFormatException notANumber) {
            return USUAL.jitter();
        }
    }
}
