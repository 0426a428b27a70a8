package io.tillflow.connectors.payments.sandbox;

import io.tillflow.connectors.provider.sandbox.PageWords;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The magic card numbers, for whoever wants to rehearse what they bring about. */
public final class TestCards {
    private TestCards() {}

    /** A card number in groups of four, and what happens to a payment with it. */
    public record Card(String number, String title, String explanation) {}

    public static List<Card> all() {
        PageWords words = PayPage.words(Locale.ENGLISH);
        return Arrays.stream(TestCard.values())
                .map(card -> new Card(card.printed(), words.text("card." + card), words.text("card." + card + ".what")))
                .toList();
    }
}
