package io.tillflow.connectors.provider;

import java.time.Duration;

/**
 * Not now, and no failure: a call that certainly did nothing, because the provider rests or has too much to do (429), or outward effects are
 * stopped; or one that the provider is at still, to be asked about again with the same key.
 */
public final class HeldBack extends ProviderUnavailable {
    private static final long serialVersionUID = 1L;

    /**
     * @param pause after which it is worth trying again
     */
    public HeldBack(String message, Duration pause) {
        super(message, pause);
    }
}
