package io.tillflow.connectors.provider;

/** Passing trouble with a provider (time-out, too many requests, a 5xx): trying again later may help. */
public class ProviderUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ProviderUnavailable(String message) {
        super(message);
    }

    public ProviderUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
