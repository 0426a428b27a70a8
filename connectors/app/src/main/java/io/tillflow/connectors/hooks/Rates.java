package io.tillflow.connectors.hooks;

import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** How often webhooks may be called; what is not genuine is counted by itself, so that it keeps nobody out. */
@Component
class Rates {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** How many refused calls a minute are written down. */
    private static final int REFUSALS = 30;

    private final Map<String, RateLimiter> limiters = new ConcurrentHashMap<>();

    boolean allows(Hook hook) {
        return take(hook.id() + " " + hook.perMinute(), hook.perMinute());
    }

    boolean allowsToNoteARefusal(Hook hook) {
        return take(hook.id() + " refused", REFUSALS);
    }

    private boolean take(String name, int perMinute) {
        return limiters.computeIfAbsent(
                        name,
                        fresh -> RateLimiter.of(
                                fresh,
                                RateLimiterConfig.custom()
                                        .limitForPeriod(perMinute)
                                        .limitRefreshPeriod(MINUTE)
                                        .timeoutDuration(Duration.ZERO)
                                        .build()))
                .acquirePermission();
    }
}
