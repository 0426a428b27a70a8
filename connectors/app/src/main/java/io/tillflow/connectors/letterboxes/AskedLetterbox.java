package io.tillflow.connectors.letterboxes;

import io.tillflow.connectors.messaging.imap.ImapAccount;
import io.tillflow.connectors.messaging.imap.ImapAccount.Security;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A letterbox as somebody asks for it, not yet checked. */
record AskedLetterbox(
        @Nullable String host,
        @Nullable Integer port,
        @Nullable String security,
        @Nullable String login,
        @Nullable String folder,
        @Nullable String message,
        @Nullable List<String> takes,
        @Nullable Integer mostText,
        @Nullable Boolean automatic,
        @Nullable Boolean ordersToSupport,
        @Nullable Integer everySeconds,
        @Nullable Boolean paused,
        @Nullable String by) {
    private static final int TLS_PORT = 993;
    private static final int PLAIN_PORT = 143;
    private static final int USUAL_TEXT = 4_000;
    private static final int USUAL_PAUSE = 60;

    Letterbox letterbox(String id, Instant now) {
        Security how = Security.of(Objects.requireNonNullElse(security, "tls"));
        int usualPort = how == Security.TLS ? TLS_PORT : PLAIN_PORT;
        return new Letterbox(
                id,
                new ImapAccount(
                        given("host", host),
                        Objects.requireNonNullElse(port, usualPort),
                        how,
                        given("login", login),
                        folder == null || folder.isBlank() ? "INBOX" : folder.strip()),
                given("message", message),
                Objects.requireNonNullElse(takes, List.of("from", "subject", "text")).stream()
                        .map(Taken::of)
                        .collect(Collectors.toUnmodifiableSet()),
                Objects.requireNonNullElse(mostText, USUAL_TEXT),
                Boolean.TRUE.equals(automatic),
                Boolean.TRUE.equals(ordersToSupport),
                Objects.requireNonNullElse(everySeconds, USUAL_PAUSE),
                Boolean.TRUE.equals(paused),
                now,
                given("by", by));
    }

    private static String given(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(name + " must be given");
        }
        return value.strip();
    }
}
