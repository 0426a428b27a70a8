package io.tillflow.studio.webhooks;

import io.tillflow.studio.automations.Trigger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A webhook and how it does.
 *
 * @param signing tillflow, sha256-hex, sha256-base64 or token
 * @param header where a caller puts signature or token
 * @param idFrom where the payload names the event; null: the same payload is the same event
 * @param subjectFrom where it names what it is about; null: the event itself
 * @param variables what of the payload the process sees: name to place
 * @param secret only in the answer that makes it
 * @param begins the processes that its message begins
 */
public record Webhook(
        String id,
        String url,
        String message,
        String signing,
        String header,
        @Nullable String idFrom,
        @Nullable String subjectFrom,
        Map<String, String> variables,
        int perMinute,
        String secretName,
        @Nullable String secret,
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

    /** One call, without its secrets. */
    public record Delivery(
            long seq,
            Instant at,
            String outcome,
            String explanation,
            @Nullable String eventId,
            boolean byHand,
            Map<String, String> headers,
            String payload) {
        boolean taken() {
            return outcome.equals("ACCEPTED") || outcome.equals("REPEATED");
        }
    }

    /** What became of a try. */
    public record Tried(
            String outcome, String explanation, @Nullable String event) {}

    /** A webhook as somebody asks for it; what is missing is refused by name. */
    public record Asked(
            @Nullable String message,
            @Nullable String signing,
            @Nullable String header,
            @Nullable String idFrom,
            @Nullable String subjectFrom,
            @Nullable Map<String, String> variables,
            @Nullable Integer perMinute) {}

    Asked asked() {
        return new Asked(message, signing, header, idFrom, subjectFrom, variables, perMinute);
    }

    /** Its secret belongs into no log. */
    @Override
    public String toString() {
        return "Webhook[" + id + "]";
    }
}
