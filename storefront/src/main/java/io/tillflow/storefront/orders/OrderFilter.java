package io.tillflow.storefront.orders;

import io.tillflow.storefront.terms.Channel;
import org.jspecify.annotations.Nullable;

/**
 * Which orders a list shall show; null means all.
 *
 * @param words part of a number, an e-mail address or a name
 */
public record OrderFilter(
        @Nullable OrderState state,
        @Nullable Channel channel,
        @Nullable String words) {
    /** For a like: what was typed stands for itself. */
    @Nullable
    String pattern() {
        return words == null || words.isBlank() ? null : "%" + words.strip().replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }
}
