package io.tillflow.connectors.guard;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.time.Duration;

/** What a guard is made of. */
record GuardParts(CircuitBreaker breaker, Bulkhead bulkhead, RateLimiter limiter, Duration pause) {
    private static final int TRIALS = 3;

    static GuardParts of(String family, String provider, GuardSettings settings) {
        String name = family + "/" + provider;
        CircuitBreakerConfig breaker = CircuitBreakerConfig.custom()
                .slidingWindowSize(settings.window())
                .minimumNumberOfCalls(settings.leastCalls())
                .failureRateThreshold(settings.failureRate())
                .waitDurationInOpenState(settings.pause())
                .permittedNumberOfCallsInHalfOpenState(TRIALS)
                .build();
        BulkheadConfig bulkhead = BulkheadConfig.custom()
                .maxConcurrentCalls(settings.atOnce(provider))
                .maxWaitDuration(settings.patience())
                .build();
        RateLimiterConfig limiter = RateLimiterConfig.custom()
                .limitRefreshPeriod(Duration.ofSeconds(1))
                .limitForPeriod(settings.perSecond(provider))
                .timeoutDuration(settings.patience())
                .build();
        return new GuardParts(
                CircuitBreaker.of(name, breaker),
                Bulkhead.of(name, bulkhead),
                RateLimiter.of(name, limiter),
                settings.pause());
    }
}
