package io.tillflow.studio.platform;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** What the studio needs to know about its surroundings; see docs/architecture.md. */
@ConfigurationProperties("tillflow")
public record StudioSettings(
        URI gateway,
        URI gatewayRest,
        URI shopUrl,
        URI connectorsUrl,
        URI studioUrl,
        URI shopPublicUrl,
        @DefaultValue("") String serviceToken,
        @DefaultValue("") String adminPassword,
        @DefaultValue("") String cliToken,
        @DefaultValue OAuth oauth) {

    /** Credentials for a secured cluster; empty when the gateway is open. */
    public record OAuth(
            @DefaultValue("") String issuer,
            @DefaultValue("") String clientId,
            @DefaultValue("") String clientSecret,
            @DefaultValue("") String audience) {}
}
