package io.tillflow.connectors.secrets;

import io.tillflow.connectors.provider.ProviderUnavailable;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.vault.VaultException;
import org.springframework.vault.authentication.SimpleSessionManager;
import org.springframework.vault.authentication.TokenAuthentication;
import org.springframework.vault.client.ClientHttpRequestFactoryFactory;
import org.springframework.vault.client.VaultEndpoint;
import org.springframework.vault.core.VaultTemplate;
import org.springframework.vault.support.ClientOptions;
import org.springframework.vault.support.SslConfiguration;
import org.springframework.vault.support.Versioned;
import org.springframework.web.client.ResourceAccessException;

/**
 * Secrets of a Vault, or of a server that speaks its HTTP interface (OpenBao): one document of its versioned key-value store, a
 * secret a key. What it says holds for half a minute.
 */
final class VaultSecrets {
    private static final Duration FRESH = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final VaultTemplate vault;
    private final Settings settings;
    private final Clock clock;
    private volatile @Nullable Kept kept;

    /**
     * Where it is.
     *
     * @param mount of the key-value store
     * @param path of the document
     */
    record Settings(URI url, String token, String mount, String path) {
        @Override
        public String toString() {
            return mount + "/" + path + " of the vault " + url;
        }
    }

    private record Kept(Map<String, String> values, Instant until) {}

    VaultSecrets(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        ClientHttpRequestFactory requests = ClientHttpRequestFactoryFactory.create(
                new ClientOptions(PATIENCE, PATIENCE), SslConfiguration.unconfigured());
        this.vault = new VaultTemplate(
                VaultEndpoint.from(settings.url()),
                requests,
                new SimpleSessionManager(new TokenAuthentication(settings.token())));
    }

    Optional<String> find(SecretName name) {
        return Optional.ofNullable(values().get(name.value()));
    }

    /** Keys that cannot be mentioned in a template are left out. */
    Map<String, String> values() {
        Kept known = kept;
        Instant now = clock.instant();
        if (known != null && now.isBefore(known.until())) {
            return known.values();
        }
        Map<String, String> values = read();
        kept = new Kept(values, now.plus(FRESH));
        return values;
    }

    private Map<String, String> read() {
        try {
            Versioned<Map<String, Object>> document =
                    vault.opsForVersionedKeyValue(settings.mount()).get(settings.path());
            Map<String, String> values = new TreeMap<>();
            if (document != null && document.hasData()) {
                document.getRequiredData().forEach((name, value) -> values.put(name, String.valueOf(value)));
            }
            return values;
        } catch (ResourceAccessException away) {
            throw new ProviderUnavailable("expected " + settings + " to answer, but it did not", away);
        } catch (VaultException refused) {
            throw refusal(refused);
        }
    }

    /** Sealed or starting is passing trouble; a refused token is not. What it says itself is not repeated. */
    private RuntimeException refusal(VaultException refused) {
        return refused.getCause() instanceof org.springframework.web.client.HttpStatusCodeException status
                        && status.getStatusCode().is4xxClientError()
                ? new IllegalStateException("expected " + settings + " to open, but it said "
                        + status.getStatusCode().value()
                        + ": look whether TILLFLOW_SECRETS_VAULT_TOKEN is valid and may read it")
                : new ProviderUnavailable("expected " + settings + " to open, but it cannot now", refused);
    }
}
