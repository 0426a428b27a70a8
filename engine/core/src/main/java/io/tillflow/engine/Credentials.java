package io.tillflow.engine;

import io.camunda.client.CredentialsProvider;
import io.camunda.client.impl.NoopCredentialsProvider;
import io.camunda.client.impl.oauth.OAuthCredentialsProviderBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** How every client of ours proves to the gateway who it is. */
public final class Credentials {

    private Credentials() {}

    /** Client credentials of OAuth, or none where the gateway is open. */
    public static CredentialsProvider of(Optional<BrokerSettings.OAuth> oauth) {
        return oauth.map(Credentials::clientCredentials).orElseGet(NoopCredentialsProvider::new);
    }

    private static CredentialsProvider clientCredentials(BrokerSettings.OAuth oauth) {
        return new OAuthCredentialsProviderBuilder()
                .applyEnvironmentOverrides(false)
                .authorizationServerUrl(oauth.issuer())
                .clientId(oauth.clientId())
                .clientSecret(oauth.clientSecret())
                .audience(oauth.audience())
                .credentialsCachePath(privateFile().toString())
                .build();
    }

    /** The library keeps its token in a file, by default one in the user's home that all its clients share. */
    private static Path privateFile() {
        try {
            Path file = Files.createTempFile("tillflow-token", ".yaml");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("the gateway's token needs a temporary file", e);
        }
    }
}
