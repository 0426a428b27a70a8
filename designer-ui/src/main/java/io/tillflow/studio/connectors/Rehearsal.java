package io.tillflow.studio.connectors;

import java.util.List;

/** How badly the sandbox providers behave, and the cards that force an outcome of one payment. */
public record Rehearsal(List<Fault> faults, List<Card> cards) {

    /** One provider's behaviour; rates are shares from 0 to 1. */
    public record Fault(
            String provider,
            long latencyMs,
            double failureRate,
            double lostAnswerRate,
            long webhookDelayMs,
            int webhookCopies,
            long webhookShuffleMs,
            double busyRate) {}

    /** A card number in groups of four, and what happens to a payment with it. */
    public record Card(String number, String title, String explanation) {}
}
