package io.tillflow.studio.letterboxes;

import io.tillflow.studio.automations.Trigger;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A letterbox and how it does.
 *
 * @param security tls, starttls or none
 * @param takes what of a letter the process sees: from, subject, text, attachments
 * @param automatic whether letters that no person wrote are told, too
 * @param ordersToSupport whether letters about an order of their sender reach the order's conversation instead
 * @param secretName under which its password is kept
 * @param password whether there is one
 * @param begun whether it was looked into before; letters from before that are never told
 * @param movedAt when its mailbox was moved or rebuilt
 * @param trouble why it cannot be looked into
 * @param begins the processes that its message begins
 */
public record Letterbox(
        String id,
        String host,
        int port,
        String security,
        String login,
        String folder,
        String message,
        List<String> takes,
        int mostText,
        boolean automatic,
        boolean ordersToSupport,
        int everySeconds,
        boolean paused,
        String secretName,
        boolean password,
        boolean begun,
        @Nullable Instant lookedAt,
        @Nullable Instant movedAt,
        @Nullable String trouble,
        List<String> begins,
        @Nullable Latest latest,
        Instant changedAt,
        String changedBy)
        implements Trigger {

    /** The last event that it made, and what became of it. */
    public record Latest(
            String state,
            String explanation,
            Instant receivedAt,
            @Nullable Long processInstanceKey) {}

    /** What became of a letter. */
    public record Letter(
            long uid,
            Instant at,
            String outcome,
            String explanation,
            @Nullable String eventId,
            String sender,
            String subject,
            long bytes) {}

    /** A letterbox as somebody asks for it; what is missing is refused by name. */
    public record Asked(
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
            @Nullable Boolean paused) {}

    Asked asked() {
        return asked(paused);
    }

    Asked asked(boolean resting) {
        return new Asked(
                host,
                port,
                security,
                login,
                folder,
                message,
                takes,
                mostText,
                automatic,
                ordersToSupport,
                everySeconds,
                resting);
    }
}
