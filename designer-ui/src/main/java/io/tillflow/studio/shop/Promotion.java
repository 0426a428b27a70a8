package io.tillflow.studio.shop;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A reason to pay less, as the shop has it.
 *
 * @param code what shoppers type; null for one that everybody gets
 * @param value percent, or minor units
 */
record Promotion(
        String id,
        @Nullable String code,
        String title,
        @Nullable String titleDe,
        String kind,
        long value,
        int buys,
        int gets,
        @Nullable String category,
        long atLeast,
        boolean combines,
        Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable Integer mostUses,
        @Nullable Integer mostPerCustomer) {

    /** {@code runs}, {@code later} or {@code over}. */
    String state(Instant now) {
        return now.isBefore(startsAt) ? "later" : endsAt == null || now.isBefore(endsAt) ? "runs" : "over";
    }

    /** As shoppers read it in that language. */
    String title(Locale locale) {
        return titleDe != null && locale.getLanguage().equals("de") ? titleDe : title;
    }

    /** Whether its titles, its code or its short name have these words in them, in small letters. */
    boolean says(String words, Locale locale) {
        return Stream.of(id, code, title, titleDe)
                .filter(Objects::nonNull)
                .anyMatch(it -> it.toLowerCase(locale).contains(words));
    }
}
