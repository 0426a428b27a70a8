package io.tillflow.connectors.payments.sandbox;

import java.time.Duration;

/**
 * How the sandbox's bank behaves.
 *
 * @param hold how long an authorisation holds
 * @param shortHold how long it holds for the card whose authorisation expires
 * @param slowWebhook how late the slow webhook comes
 */
public record SandboxPaymentsSettings(Duration hold, Duration shortHold, Duration slowWebhook) {
    public static SandboxPaymentsSettings defaults() {
        return new SandboxPaymentsSettings(Duration.ofDays(7), Duration.ofSeconds(5), Duration.ofSeconds(20));
    }
}
