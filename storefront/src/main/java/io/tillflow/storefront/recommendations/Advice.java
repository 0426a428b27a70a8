package io.tillflow.storefront.recommendations;

import java.util.List;

/** What to show beside products, and where that comes from. */
public record Advice(List<Match> matches, Origin origin) {
    public Advice {
        matches = List.copyOf(matches);
    }

    /** Where it comes from, in words for a shopper. */
    public sealed interface Origin {
        /** Counted pairs. */
        record Counted() implements Origin {}

        /**
         * Learned by the live model.
         *
         * @param orders how many orders it learned from
         */
        record Learned(int version, int orders) implements Origin {}
    }
}
