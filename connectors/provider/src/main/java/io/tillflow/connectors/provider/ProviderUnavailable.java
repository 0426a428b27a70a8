package io.tillflow.connectors.provider;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Passing trouble with a provider (time-out, too many requests, a 5xx): trying again later may help. */
public class ProviderUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final @Nullable Duration retryAfter;

    public ProviderUnavailable(String message) {
        super(message);
        this.retryAfter = null;
    }

    public ProviderUnavailable(String message, Throwable cause) {
        super(message, cause);
        this.retryAfter = null;
    }

    /**
     * @param retryAfter what the provider asked for; null when it did not
     */
    public ProviderUnavailable(String message, @Nullable Duration retryAfter) {
        super(message);
        this.retryAfter = retryAfter;
    }

    /** Before this time the provider does not want to hear from us. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
