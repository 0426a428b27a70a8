package io.tillflow.processes;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Input of {@link JobType#MESSAGING_SEND_EMAIL}: one of {@link EmailTemplate}, and the few facts it names; no output. */
public record SendEmail(String orderId, String template, Map<String, @Nullable String> facts, String effectKey) {
    /** Refuses what no worker could use. */
    public SendEmail {
        Given.text("orderId", orderId);
        Given.text("template", template);
        Given.text("effectKey", effectKey);
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }
}
