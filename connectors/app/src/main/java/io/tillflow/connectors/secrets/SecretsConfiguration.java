package io.tillflow.connectors.secrets;

import io.tillflow.connectors.database.SchemaMigration;
import java.nio.file.Path;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts the secrets together; their key comes from outside and stays out of the database. */
@Configuration(proxyBeanMethods = false)
class SecretsConfiguration {
    private static final Logger log = LoggerFactory.getLogger(SecretsConfiguration.class);

    @Bean
    Redaction redaction() {
        return new Redaction();
    }

    @Bean
    Secrets secrets(
            @Value("${tillflow.secrets.key:}") String key,
            @Value("${tillflow.secrets.folder:}") String folder,
            JdbcClient database,
            Redaction redaction,
            Clock clock) {
        SecretSources sources = new SecretSources(System.getenv(), folder.isBlank() ? null : Path.of(folder));
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
