package io.tillflow.processes;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Input of {@link JobType#MESSAGING_SEND_EMAIL}: one of {@link EmailTemplate}, and the few facts it names; no output. */
public record SendEmail(
        @Field(label = "Order", from = "=order.id") String orderId,

        @Field(
                label = "Letter",
                choices = {
                    "order-confirmation",
                    "payment-link",
                    "order-cancelled",
                    "order-refunded",
                    "follow-up",
                    "return-label",
                    "return-refunded",
                    "return-refused",
                    "support-answer",
                    "support-delayed"
                })
        String template,

        @Field(
                label = "Facts",
                help = "What the letter names beside the order, as a FEEL context of texts.",
                from = "={}")
        Map<String, @Nullable String> facts,

        @Field(
                label = "Effect key",
                help =
                        "Names this effect once and for all: business id / step / attempt. A repeat with the same key changes nothing more.",
                from = "=order.id + \"/send-email/1\"")
        String effectKey) {
    /** Refuses what no worker could use. */
    public SendEmail {
        Given.text("orderId", orderId);
        Given.text("template", template);
        Given.text("effectKey", effectKey);
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }
}
