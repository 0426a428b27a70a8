package io.tillflow.connectors.payments.sandbox;

import java.util.Arrays;
import java.util.List;

/** The magic card numbers, for whoever wants to rehearse what they bring about. */
public final class TestCards {
    private TestCards() {}

    /** A card number in groups of four, and what happens to a payment with it. */
    public record Card(String number, String title, String explanation) {}

    public static List<Card> all() {
        return Arrays.stream(TestCard.values())
                .map(card -> new Card(card.printed(), card.title(), card.explanation()))
                .toList();
    }
}
