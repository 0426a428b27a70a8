package io.tillflow.connectors.secrets;

import io.tillflow.connectors.database.SchemaMigration;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts the secrets together; their key comes from outside and stays out of the database. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SecretsConfiguration.VaultSettings.class)
class SecretsConfiguration {
    private static final Logger log = LoggerFactory.getLogger(SecretsConfiguration.class);

    @Bean
    Redaction redaction() {
        return new Redaction();
    }

    /** Where a vault is; blank url for none. */
    @ConfigurationProperties("tillflow.secrets.vault")
    record VaultSettings(
            @DefaultValue("") String url,
            @DefaultValue("") String token,
            @DefaultValue("secret") String mount,
            @DefaultValue("tillflow") String path) {
        @Nullable
        VaultSecrets secrets(Clock clock) {
            if (url.isBlank()) {
                return null;
            }
            if (token.isBlank()) {
                throw new IllegalArgumentException(
                        "expected TILLFLOW_SECRETS_VAULT_TOKEN beside TILLFLOW_SECRETS_VAULT_URL, but it is missing");
            }
            return new VaultSecrets(new VaultSecrets.Settings(URI.create(url), token, mount, path), clock);
        }

        @Override
        public String toString() {
            return "VaultSettings[" + url + "]";
        }
    }

    @Bean
    SecretSources secretSources(@Value("${tillflow.secrets.folder:}") String folder, VaultSettings vault, Clock clock) {
        return new SecretSources(System.getenv(), folder.isBlank() ? null : Path.of(folder), vault.secrets(clock));
    }

    @Bean
    Secrets secrets(
            @Value("${tillflow.secrets.key:}") String key,
            SecretSources sources,
            JdbcClient database,
            Redaction redaction,
            Clock clock) {
        return new Secrets(Keyring.of(key), new SecretBook(database, clock), sources, redaction);
    }

    @Bean
    ApplicationListener<ApplicationReadyEvent> keyRotation(Secrets secrets, SchemaMigration schema) {
        return ready -> Thread.ofVirtual().name("key-rotation").start(() -> {
            if (schema.await()) {
                rotate(secrets);
            }
        });
    }

    private static void rotate(Secrets secrets) {
        try {
            int sealed = secrets.rotate();
            if (sealed > 0) {
                log.info("sealed {} secrets anew with the newest key", sealed);
            }
        } catch (RuntimeException e) {
            log.error("secrets could not be sealed anew with the newest key: {}", e.getMessage());
        }
    }
}
