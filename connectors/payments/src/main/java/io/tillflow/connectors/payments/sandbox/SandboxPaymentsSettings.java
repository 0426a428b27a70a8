package io.tillflow.connectors.payments.sandbox;

import java.time.Duration;

/**
 * How the sandbox's bank behaves.
 *
 * @param hold how long an authorisation holds
 * @param shortHold how long it holds for the card whose authorisation expires
 * @param slowWebhook how late the slow webhook comes
 * @param disputeAfter how long after the capture a shopper disputes
 * @param answerWithin how long the bank waits for the shop's answer
 * @param verdictAfter how long after the answer the bank decides
 */
public record SandboxPaymentsSettings(
        Duration hold,
        Duration shortHold,
        Duration slowWebhook,
        Duration disputeAfter,
        Duration answerWithin,
        Duration verdictAfter) {
    public static SandboxPaymentsSettings defaults() {
        return new SandboxPaymentsSettings(
                Duration.ofDays(7),
                Duration.ofSeconds(5),
                Duration.ofSeconds(20),
                Duration.ofSeconds(30),
                Duration.ofDays(7),
                Duration.ofSeconds(20));
    }
}
