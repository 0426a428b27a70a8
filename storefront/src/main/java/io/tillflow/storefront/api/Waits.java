package io.tillflow.storefront.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** What whoever tried too often is told. */
@Component
class Waits {
    private final Clock clock;

    Waits(Clock clock) {
        this.clock = clock;
    }

    ShopProblem until(Instant until) {
        long seconds = Math.max(1, Duration.between(clock.instant(), until).toSeconds() + 1);
        return new ShopProblem(HttpStatus.TOO_MANY_REQUESTS, "too-many-tries", "Too many tries. Wait a while.")
                .header(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
    }
}
