package io.tillflow.engine;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Where the broker is and how to be let in. */
public record BrokerSettings(URI gateway, URI gatewayRest, Duration timeout, Optional<OAuth> oauth) {

    /**
     * Client credentials of a secured cluster.
     *
     * @param issuer the token end point
     */
    public record OAuth(String issuer, String clientId, String clientSecret, String audience) {
        public OAuth {
            if (clientId.isBlank() || clientSecret.isBlank()) {
                throw new IllegalArgumentException("expected a client id and a client secret beside the issuer "
                        + issuer + ": set TILLFLOW_OAUTH_CLIENT_ID and TILLFLOW_OAUTH_CLIENT_SECRET");
            }
        }

        /** What the settings say: without an issuer the gateway is open. */
        public static Optional<OAuth> ifSet(String issuer, String clientId, String clientSecret, String audience) {
            return issuer.isBlank()
                    ? Optional.empty()
                    : Optional.of(new OAuth(issuer, clientId, clientSecret, audience));
        }
    }

    /** A cluster that asks for no credentials. */
    public static BrokerSettings plain(URI gateway, URI gatewayRest) {
        return new BrokerSettings(gateway, gatewayRest, Duration.ofSeconds(10), Optional.empty());
    }
}
