package io.tillflow.processes;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Input of {@link OfferedJobType#ANALYTICS_TRACK}: counted once for its effect key. */
public record TrackEvent(
        @Field(label = "Event", help = "What happened, in small letters.", from = "order-confirmed")
        String event,

        @Field(label = "About", help = "An id that is counted by; never a name or address.", from = "=order.customerId")
        String subject,

        @Field(label = "At", help = "An instant like 2026-03-02T09:30:00Z.", from = "=string(now())")
        String at,

        @Field(
                label = "Properties",
                help = "FEEL context of few values. Nothing that names a person.",
                from = "={total: order.total}",
                lines = true)
        @Nullable
        Map<String, @Nullable Object> properties,

        @Field(
                label = "Effect key",
                help =
                        "Names this effect once and for all: business id / step / attempt. A repeat with the same key changes nothing more.",
                from = "=order.id + \"/track-event/1\"")
        String effectKey) {
    /** Refuses what no worker could use. */
    public TrackEvent {
        Given.text("event", event);
        Given.text("subject", subject);
        Given.text("at", at);
        Given.text("effectKey", effectKey);
    }
}
