package io.tillflow.connectors.provider;

import java.time.Duration;

/** A call that certainly did nothing: the provider rests or has too much to do (429), or outward effects are stopped. */
public final class HeldBack extends ProviderUnavailable {
    private static final long serialVersionUID = 1L;

    /**
     * @param pause after which it is worth trying again
     */
    public HeldBack(String message, Duration pause) {
        super(message, pause);
    }
}
