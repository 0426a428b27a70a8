package io.tillflow.connectors.guard;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.tillflow.connectors.provider.HeldBack;
import io.tillflow.connectors.provider.ProviderUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lets calls through to one provider while it can take them; holds back the others before anything happened. */
public final class ProviderGuard {
    private final String family;
    private final String provider;
    private final Duration pause;
    private final CircuitBreaker breaker;
    private final Bulkhead bulkhead;
    private final RateLimiter limiter;
    private final Clock clock;
    private final AtomicReference<@Nullable Trouble> last = new AtomicReference<>();

    ProviderGuard(String family, String provider, GuardParts parts, Clock clock) {
        this.family = family;
        this.provider = provider;
        this.pause = parts.pause();
        this.breaker = parts.breaker();
        this.bulkhead = parts.bulkhead();
        this.limiter = parts.limiter();
        this.clock = clock;
    }

    /** The latest passing trouble, in the provider's words. */
    public record Trouble(String message, Instant at) {}

    /** How a provider does. */
    public enum Health {
        UP,
        TROUBLED,
        DOWN
    }

    public String family() {
        return family;
    }

    public String provider() {
        return provider;
    }

    public String breaker() {
        return breaker.getState().name();
    }

    public Optional<Trouble> trouble() {
        return Optional.ofNullable(last.get());
    }

    /** Down while the breaker lets nothing through, troubled while some of the latest calls failed. */
    public Health health() {
        return switch (breaker.getState()) {
            case OPEN, FORCED_OPEN -> Health.DOWN;
            case HALF_OPEN -> Health.TROUBLED;
            case CLOSED, DISABLED, METRICS_ONLY ->
                breaker.getMetrics().getNumberOfFailedCalls() > 0 ? Health.TROUBLED : Health.UP;
        };
    }

    /** Calls under way now. */
    public int underWay() {
        return bulkhead.getBulkheadConfig().getMaxConcurrentCalls()
                - bulkhead.getMetrics().getAvailableConcurrentCalls();
    }

    /** Runs one call; {@link HeldBack} when it may not go out now. */
    public <T extends @Nullable Object> T call(Supplier<T> call) {
        if (!limiter.acquirePermission()) {
            throw new HeldBack(
                    "expected a turn at " + this + ", but it takes "
                            + limiter.getRateLimiterConfig().getLimitForPeriod() + " calls a second at most",
                    Duration.ofSeconds(1));
        }
        if (!bulkhead.tryAcquirePermission()) {
            throw new HeldBack(
                    "expected a turn at " + this + ", but too many calls are under way", Duration.ofSeconds(1));
        }
        try {
            return observed(call);
        } finally {
            bulkhead.onComplete();
        }
    }

    private <T extends @Nullable Object> T observed(Supplier<T> call) {
        if (!breaker.tryAcquirePermission()) {
            throw new HeldBack(
                    "calls to " + this + " rest, because too many failed"
                            + trouble().map(known -> ": " + known.message()).orElse(""),
                    pause);
        }
        long began = System.nanoTime();
        try {
            T answer = call.get();
            breaker.onSuccess(System.nanoTime() - began, TimeUnit.NANOSECONDS);
            return answer;
        } catch (HeldBack nothingHappened) {
            breaker.releasePermission();
            last.set(new Trouble(String.valueOf(nothingHappened.getMessage()), clock.instant()));
            throw nothingHappened;
        } catch (ProviderUnavailable failed) {
            last.set(new Trouble(String.valueOf(failed.getMessage()), clock.instant()));
            breaker.onError(System.nanoTime() - began, TimeUnit.NANOSECONDS, failed);
            throw failed;
        } catch (RuntimeException answered) {
            breaker.onSuccess(System.nanoTime() - began, TimeUnit.NANOSECONDS);
            throw answered;
        }
    }

    @Override
    public String toString() {
        return family + " (" + provider + ")";
    }
}
