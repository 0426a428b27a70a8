package io.tillflow.connectors.provider.sandbox;

import java.time.Duration;

/**
 * How badly one sandbox provider behaves.
 *
 * @param failureRate share of calls that fail before anything happens, 0 to 1
 * @param lostAnswerRate share of calls that take effect and then fail, as a time-out does, 0 to 1
 * @param busyRate share of calls that are refused with 429 and "come back in a second", 0 to 1
 * @param webhookCopies how often each webhook is sent, at least once
 * @param webhookShuffleMs each webhook waits a random time up to this, so that they arrive out of order
 */
public record Fault(
        String provider,
        long latencyMs,
        double failureRate,
        double lostAnswerRate,
        long webhookDelayMs,
        int webhookCopies,
        long webhookShuffleMs,
        double busyRate) {
    private static final long LONGEST_MS = Duration.ofHours(1).toMillis();

    public Fault {
        requireBetween("latencyMs", latencyMs, 0, 60_000);
        requireShare("failureRate", failureRate);
        requireShare("lostAnswerRate", lostAnswerRate);
        requireShare("busyRate", busyRate);
        requireBetween("webhookDelayMs", webhookDelayMs, 0, LONGEST_MS);
        requireBetween("webhookCopies", webhookCopies, 1, 10);
        requireBetween("webhookShuffleMs", webhookShuffleMs, 0, LONGEST_MS);
    }

    public static Fault none(String provider) {
        return new Fault(provider, 0, 0, 0, 0, 1, 0, 0);
    }

    private static void requireShare(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be between 0 and 1, was " + value);
        }
    }

    private static void requireBetween(String name, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " must be between " + least + " and " + most + ", was " + value);
        }
    }
}
