package io.tillflow.connectors.messaging.smtp;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How to reach the mail server.
 *
 * @param user null where the server asks for no login
 */
public record SmtpSettings(
        String host,
        int port,
        @Nullable String user,
        @Nullable String password,
        boolean startTls,
        String from,
        Duration timeout) {
    @Override
    public String toString() {
        return "SmtpSettings[" + host + ":" + port + "]";
    }
}
