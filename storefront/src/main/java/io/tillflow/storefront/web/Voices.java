package io.tillflow.storefront.web;

import static io.tillflow.storefront.language.Texts.say;

import io.tillflow.storefront.language.Language;
import io.tillflow.storefront.reviews.Review;
import java.util.List;

/** What buyers say about a product, and what it comes to. */
public record Voices(List<Review> latest, int count, double average) {
    private static final int SHOWN = 8;

    static Voices of(List<Review> shown) {
        double average = shown.stream().mapToInt(Review::stars).average().orElse(0);
        return new Voices(shown.stream().limit(SHOWN).toList(), shown.size(), average);
    }

    /** "4.5 of 5 from 12 buyers". */
    public String text() {
        return say("shop.voices", String.format(Language.current().locale(), "%.1f", average), count);
    }

    public static String stars(int stars) {
        return "★".repeat(stars) + "☆".repeat(Review.MOST_STARS - stars);
    }
}
