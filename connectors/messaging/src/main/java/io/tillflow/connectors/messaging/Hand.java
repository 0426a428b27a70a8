package io.tillflow.connectors.messaging;

import io.tillflow.connectors.provider.OutcomeUnknown;
import io.tillflow.connectors.provider.ProviderUnavailable;
import io.tillflow.plumbing.Calls;
import java.time.Duration;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/** Calls of providers that know no key: whoever was reached may have acted, whoever was not has done nothing. */
public final class Hand {
    private Hand() {}

    public static RestClient client(Duration timeout) {
        return RestClient.builder()
                .requestFactory(Calls.within(timeout, timeout))
                .build();
    }

    /** What a call without an answer means. */
    public static RuntimeException noAnswer(String provider, ResourceAccessException trouble) {
        if (Calls.unheard(trouble)) {
            return new ProviderUnavailable("expected to reach " + provider + ", but could not", trouble);
        }
        return new OutcomeUnknown("expected " + provider + " to answer, but it fell silent");
    }
}
