package io.tillflow.storefront.promotions;

import io.tillflow.storefront.language.Language;
import io.tillflow.storefront.money.Currencies;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A reason to pay less.
 *
 * @param code what shoppers type, in capitals; null for one that everybody gets
 * @param titleDe what German shoppers read; null for the same
 * @param value percent, or minor units of the shop's own currency
 * @param buys of {@code buys + gets} things of a kind the {@code gets} cheapest cost nothing
 * @param category the shelf it is for; null for all
 * @param atLeast minor units of the shop's own currency the things must come to
 * @param combines whether it may stand beside others
 */
public record Promotion(
        String id,
        @Nullable String code,
        String title,
        @Nullable String titleDe,
        Kind kind,
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

    /** What it does. */
    public enum Kind {
        PERCENT,
        AMOUNT,
        FREE_DELIVERY,
        BUY_X_GET_Y
    }

    public Promotion {
        if (kind == Kind.PERCENT && (value < 1 || value > 100)) {
            throw new IllegalArgumentException("a percentage is from 1 to 100, was " + value);
        }
        if (kind == Kind.AMOUNT && value < 1) {
            throw new IllegalArgumentException("an amount must be above 0, was " + value);
        }
        if (kind == Kind.BUY_X_GET_Y && (buys < 1 || gets < 1)) {
            throw new IllegalArgumentException("expected how many to buy and to get, but got " + buys + " and " + gets);
        }
    }

    /** With its amounts in the currency of the request. */
    Promotion in(Currencies currencies) {
        long off = kind == Kind.AMOUNT ? currencies.of(value) : value;
        long least = currencies.of(atLeast);
        return off == value && least == atLeast
                ? this
                : new Promotion(
                        id,
                        code,
                        title,
                        titleDe,
                        kind,
                        off,
                        buys,
                        gets,
                        category,
                        least,
                        combines,
                        startsAt,
                        endsAt,
                        mostUses,
                        mostPerCustomer);
    }

    /** As shoppers of the current language read it. */
    public String said() {
        return titleDe != null && Language.current() == Language.DE ? titleDe : title;
    }

    String runs(Instant now) {
        if (now.isBefore(startsAt)) {
            return "not-yet";
        }
        return endsAt != null && !now.isBefore(endsAt) ? "ended" : "running";
    }
}
