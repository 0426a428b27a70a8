package io.tillflow.connectors.messaging.imap;

import java.util.Arrays;
import java.util.Locale;

/** A folder of a mailbox, and how to reach it. */
public record ImapAccount(String host, int port, Security security, String login, String folder) {
    /** How the way to the server is kept from others. */
    public enum Security {
        TLS,
        STARTTLS,
        NONE;

        public static Security of(String word) {
            return Arrays.stream(values())
                    .filter(it -> it.word().equals(word))
                    .findFirst()
                    .orElseThrow(() ->
                            new IllegalArgumentException("security must be tls, starttls or none, was '" + word + "'"));
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
