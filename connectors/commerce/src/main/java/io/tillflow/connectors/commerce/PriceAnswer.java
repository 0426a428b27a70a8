package io.tillflow.connectors.commerce;

/** What the shop says to a new price. */
public sealed interface PriceAnswer {
    /** It holds now, or did when it was set with this key. */
    record Set() implements PriceAnswer {}

    /** It cannot be; another is planned for that time. */
    record Refused(String why) implements PriceAnswer {}

    /** The shop has no such article. */
    record Unknown() implements PriceAnswer {}
}
