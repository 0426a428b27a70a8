package io.tillflow.connectors.settings;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** All settings of this app; a missing one stops the start with a sentence. */
@Validated
@ConfigurationProperties("tillflow")
public record ConnectorsSettings(
        @NotNull URI shopUrl,
        @NotNull URI shopPublicUrl,
        @NotNull URI connectorsUrl,

        @NotBlank(message = "set TILLFLOW_SERVICE_TOKEN: the token that the shop and the studio call with")
        String serviceToken,

        @Size(
                min = 16,
                message = "set TILLFLOW_WEBHOOK_SECRET to at least 16 characters: providers sign webhooks with it")
        String webhookSecret,

        @DefaultValue("5s") Duration shopTimeout,
        @DefaultValue("sandbox") String paymentsProvider,
        @DefaultValue Stripe stripe,
        @Valid Smtp smtp,
        @Valid Sandbox sandbox,
        @DefaultValue OAuth oauth) {

    /** Credentials for a secured cluster; blank where the gateway is open. */
    public record OAuth(
            @DefaultValue("") String issuer,
            @DefaultValue("") String clientId,
            @DefaultValue("") String clientSecret,
            @DefaultValue("") String audience) {}

    /**
     * The mail server.
     *
     * @param host blank for the local mailbox
     * @param user blank where the server asks for no login
     * @param abandoned after which nobody still sends a letter that somebody began; longer than a hand-over can take
     */
    public record Smtp(
            @DefaultValue("") String host,
            int port,
            @DefaultValue("") String user,
            @DefaultValue("") String password,
            @DefaultValue("false") boolean startTls,
            @NotBlank String from,
            @DefaultValue("10s") Duration timeout,
            @DefaultValue("60s") Duration abandoned) {
        public boolean local() {
            return host.isBlank() || host.equals("127.0.0.1") || host.equals("localhost");
        }
    }

    /** Stripe; its key is the secret STRIPE_API_KEY. */
    public record Stripe(
            @DefaultValue("https://api.stripe.com") URI endpoint,
            @DefaultValue("20s") Duration timeout) {}

    /** How the sandbox's bank, carriers and suppliers behave. */
    public record Sandbox(
            @DefaultValue("7d") Duration hold,
            @DefaultValue("5s") Duration shortHold,
            @DefaultValue("20s") Duration slowWebhook,
            @DefaultValue("90s") Duration disputeAfter,
            @DefaultValue("7d") Duration disputeAnswer,
            @DefaultValue("20s") Duration disputeVerdict,
            @DefaultValue("60s") Duration transit,
            @DefaultValue("5s") Duration confirmation,
            @DefaultValue("60s") Duration supply) {}

    @Override
    public String toString() {
        return "ConnectorsSettings[" + shopUrl + "]";
    }
}
