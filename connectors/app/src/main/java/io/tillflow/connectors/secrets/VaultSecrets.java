package io.tillflow.connectors.secrets;

import io.tillflow.connectors.provider.ProviderUnavailable;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.vault.VaultException;
import org.springframework.vault.authentication.SimpleSessionManager;
import org.springframework.vault.authentication.TokenAuthentication;
import org.springframework.vault.client.ClientHttpRequestFactoryFactory;
import org.springframework.vault.client.VaultEndpoint;
import org.springframework.vault.core.VaultKeyValueOperationsSupport.KeyValueBackend;
import org.springframework.vault.core.VaultTemplate;
import org.springframework.vault.support.ClientOptions;
import org.springframework.vault.support.SslConfiguration;
import org.springframework.vault.support.VaultResponse;
import org.springframework.web.client.HttpStatusCodeException;
import org.springframework.web.client.RestClientException;

/**
 * Secrets of a Vault, or of a server that speaks its HTTP interface (OpenBao): one document of its versioned key-value store, a
 * secret a key. What it says holds for half a minute, and as long as it does not answer.
 */
final class VaultSecrets {
    private static final Logger log = LoggerFactory.getLogger(VaultSecrets.class);
    private static final Duration FRESH = Duration.ofSeconds(30);
    /** How long it is not asked again after it did not answer. */
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final VaultTemplate vault;
    private final VaultToken token;
    private final Settings settings;
    private final Clock clock;
    private Said said = new Said(Map.of(), null, Instant.MIN);

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

    /** What it said last, and why it has said nothing newer. */
    private record Said(
            Map<String, String> values, @Nullable RuntimeException trouble, Instant until) {}

    VaultSecrets(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        ClientHttpRequestFactory requests = ClientHttpRequestFactoryFactory.create(
                new ClientOptions(PATIENCE, PATIENCE), SslConfiguration.unconfigured());
        this.vault = new VaultTemplate(
                VaultEndpoint.from(settings.url()),
                requests,
                new SimpleSessionManager(new TokenAuthentication(settings.token())));
        this.token = new VaultToken(vault, clock);
    }

    /**
     * What its last document has counts while it is away; a refused token keeps that, and only that, from being used.
     *
     * @param elsewhere where else a secret may be that the document does not have
     */
    Optional<String> find(SecretName name, Supplier<Optional<String>> elsewhere) {
        Said last = said();
        RuntimeException trouble = last.trouble();
        String value = last.values().get(name.value());
        if (value != null && trouble instanceof IllegalStateException refused) {
            throw refused;
        }
        if (value != null) {
            return Optional.of(value);
        }
        Optional<String> other = elsewhere.get();
        if (other.isEmpty() && trouble != null) {
            throw trouble;
        }
        return other;
    }

    /** Also of what cannot be mentioned in a template; while it does not answer, those of its last document. */
    Set<String> names() {
        return said().values().keySet();
    }

    /** Why it does not open with this token; empty while it does, or is away. */
    Optional<String> refusal() {
        return said().trouble() instanceof IllegalStateException refused
                ? Optional.of(String.valueOf(refused.getMessage()))
                : Optional.empty();
    }

    private synchronized Said said() {
        Instant now = clock.instant();
        if (now.isBefore(said.until())) {
            return said;
        }
        try {
            said = new Said(read(), null, now.plus(FRESH));
        } catch (ProviderUnavailable | IllegalStateException trouble) {
            log.warn("the secrets of the vault are not read: {}", trouble.getMessage());
            said = new Said(said.values(), trouble, clock.instant().plus(PAUSE));
        }
        return said;
    }

    private Map<String, String> read() {
        try {
            VaultResponse document =
                    vault.opsForKeyValue(settings.mount(), KeyValueBackend.KV_2).get(settings.path());
            Map<String, Object> texts = document == null ? null : document.getData();
            return texts == null ? Map.of() : texts(texts);
        } catch (RestClientException away) {
            throw new ProviderUnavailable("expected " + settings + " to answer, but it did not", away);
        } catch (VaultException refused) {
            throw refusal(refused);
        } catch (RuntimeException notUnderstood) {
            throw new ProviderUnavailable(
                    "expected " + settings + " to answer with a document, but it answered something else",
                    notUnderstood);
        }
    }

    /** What looks after the token it is opened with. */
    VaultToken token() {
        return token;
    }

    /** What is no text, or blank, or very short is no secret. */
    private static Map<String, String> texts(Map<String, Object> document) {
        Map<String, String> texts = new TreeMap<>();
        document.forEach((name, value) -> {
            if (value instanceof String text && Secrets.isLongEnough(text)) {
                texts.put(name, text);
            } else {
                log.debug("the vault's {} is no text of a secret's length: it counts as absent", name);
            }
        });
        return texts;
    }

    /** Sealed, starting or asked too often is passing trouble; a refused token is not. What it says itself is not repeated. */
    private RuntimeException refusal(VaultException refused) {
        return refused.getCause() instanceof HttpStatusCodeException status
                        && status.getStatusCode().is4xxClientError()
                        && !status.getStatusCode().isSameCodeAs(HttpStatus.TOO_MANY_REQUESTS)
                ? new IllegalStateException("expected " + settings + " to open, but it said "
                        + status.getStatusCode().value()
                        + ": look whether TILLFLOW_SECRETS_VAULT_TOKEN is valid and may read it")
                : new ProviderUnavailable("expected " + settings + " to open, but it cannot now", refused);
    }
}
