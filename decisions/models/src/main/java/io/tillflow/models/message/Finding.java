package io.tillflow.models.message;

/**
 * Something a message names.
 *
 * @param from where it begins in the message; {@code to} is behind its end
 * @param value what it comes to: a number without blanks, an amount as {@code 19.90 EUR}, a day as {@code 2026-12-24}
 */
public record Finding(Kind kind, int from, int to, String text, String value) {
    /** What it is. */
    public enum Kind {
        /** An order's number as the shop writes it; whether there is such an order, the shop has to look up. */
        ORDER,
        /** One of the articles the message may be about. */
        ARTICLE,
        EMAIL,
        PHONE,
        TRACKING,
        MONEY,
        DATE,
        POSTCODE
    }
}
