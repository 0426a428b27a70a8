package io.tillflow.connectors.automations;

/**
 * What an effect counts for towards limits.
 *
 * @param amount of messages, or in minor units
 * @param currency empty for messages
 */
public record Cost(Kind kind, long amount, String currency) {
    public static final Cost ONE_MESSAGE = new Cost(Kind.MESSAGE, 1, "");

    /** What is limited. */
    public enum Kind {
        /** A letter or the like to a person. */
        MESSAGE,
        /** Money that goes back or out. */
        SPEND
    }

    public Cost {
        if (amount < 0) {
            throw new IllegalArgumentException("amount must not be negative, was " + amount);
        }
    }

    public static Cost money(long minorUnits, String currency) {
        return new Cost(Kind.SPEND, minorUnits, currency);
    }
}
