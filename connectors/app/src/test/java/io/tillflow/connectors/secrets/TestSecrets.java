package io.tillflow.connectors.secrets;

import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Secrets in the tests' database under a key of no worth. */
public final class TestSecrets {
    public static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    private TestSecrets() {}

    public static Secrets in(JdbcClient database, Redaction redaction) {
        return new Secrets(
                Keyring.of(KEY),
                new SecretBook(database, Clock.systemUTC()),
                new SecretSources(Map.of(), null, null),
                redaction);
    }
}
