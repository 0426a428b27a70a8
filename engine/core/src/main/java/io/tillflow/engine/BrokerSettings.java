package io.tillflow.engine;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Where the broker is and how to be let in. */
public record BrokerSettings(URI gateway, URI gatewayRest, Duration timeout, Optional<OAuth> oauth) {

    /** Client credentials of a secured cluster. */
    public record OAuth(String issuer, String clientId, String clientSecret, String audience) {}

    /** A cluster that asks for no credentials. */
    public static BrokerSettings plain(URI gateway, URI gatewayRest) {
        return new BrokerSettings(gateway, gatewayRest, Duration.ofSeconds(10), Optional.empty());
    }
}
