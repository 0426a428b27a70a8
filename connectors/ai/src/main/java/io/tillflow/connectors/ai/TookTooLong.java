package io.tillflow.connectors.ai;

import io.tillflow.connectors.provider.ProviderUnavailable;

/** No answer within the time limit; the provider may have done the work and ask to be paid for it. */
public final class TookTooLong extends ProviderUnavailable {
    private static final long serialVersionUID = 1L;

    public TookTooLong(String message) {
        super(message);
    }
}
