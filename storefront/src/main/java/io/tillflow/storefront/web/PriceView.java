package io.tillflow.storefront.web;

import static io.tillflow.storefront.language.Texts.say;

import io.tillflow.storefront.money.Money;
import io.tillflow.storefront.prices.PriceTag;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A price as it is shown. A struck figure is always the lowest of the 30 days before the reduction; a raise shows none.
 *
 * @param was the struck figure, or null
 * @param moved when and how it changed, while that is news; empty otherwise
 * @param lowest the figure of the law in words; empty when nothing is claimed
 */
public record PriceView(String now, @Nullable String was, String moved, String reason, String lowest) {
    private static final Duration NEWS = Duration.ofHours(24);

    static PriceView of(long price, Optional<PriceTag> tag, Instant now) {
        if (tag.isEmpty()) {
            return new PriceView(Money.text(price), null, "", "", "");
        }
        PriceTag change = tag.get();
        String lowest = change.price() < change.previous() ? say("shop.lowest", Money.text(change.lowestBefore())) : "";
        String was = change.reduced() ? Money.text(change.lowestBefore()) : null;
        Duration ago = Duration.between(change.at(), now);
        String moved = ago.compareTo(NEWS) < 0 ? say("shop.moved", verb(change), ago(ago)) : "";
        return new PriceView(Money.text(price), was, moved, change.why(), lowest);
    }

    private static String verb(PriceTag change) {
        if (change.price() > change.previous()) {
            return say("shop.raised");
        }
        return change.reduced() ? say("shop.lowered") : say("shop.changed");
    }

    private static String ago(Duration ago) {
        long minutes = ago.toMinutes();
        if (minutes < 1) {
            return say("words.justNow");
        }
        if (minutes < 60) {
            return say("words.minutesAgo", minutes);
        }
        return say("words.hoursAgo", ago.toHours());
    }
}
