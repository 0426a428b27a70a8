package io.tillflow.connectors.guard;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When calls to a provider pause.
 *
 * @param window how many calls the failure rate is taken over
 * @param leastCalls how many calls there must be before it counts
 * @param failureRate per cent of failures that opens the breaker
 * @param pause how long an open breaker lets nothing through before it tries again
 * @param patience how long a call may wait for its turn
 * @param providers other limits of single providers, by their name
 */
@ConfigurationProperties("tillflow.guard")
public record GuardSettings(
        @DefaultValue("50") int window,
        @DefaultValue("20") int leastCalls,
        @DefaultValue("50") float failureRate,
        @DefaultValue("10s") Duration pause,
        @DefaultValue("3s") Duration patience,
        @DefaultValue("64") int atOnce,
        @DefaultValue("500") int perSecond,
        @DefaultValue Map<String, Limits> providers) {

    /** Limits of one provider; what is not given is as for all. */
    public record Limits(@Nullable Integer atOnce, @Nullable Integer perSecond) {}

    int atOnce(String provider) {
        Limits own = providers.get(provider);
        return own == null || own.atOnce() == null ? atOnce : own.atOnce();
    }

    int perSecond(String provider) {
        Limits own = providers.get(provider);
        return own == null || own.perSecond() == null ? perSecond : own.perSecond();
    }
}
