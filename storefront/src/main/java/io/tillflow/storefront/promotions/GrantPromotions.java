package io.tillflow.storefront.promotions;

import static io.tillflow.storefront.language.Texts.say;

import io.tillflow.storefront.money.Currencies;
import io.tillflow.storefront.money.Money;
import io.tillflow.storefront.promotions.Eligibility.Facts;
import io.tillflow.storefront.promotions.Promotion.Kind;
import io.tillflow.storefront.terms.Discount;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Finds what a basket gets off: first what everybody gets, then its codes in the order they were typed. */
@Service
public class GrantPromotions {
    private static final String GRANTED = "granted";

    private final Promotions promotions;
    private final Eligibility eligibility;
    private final Currencies currencies;
    private final Clock clock;

    GrantPromotions(Promotions promotions, Eligibility eligibility, Currencies currencies, Clock clock) {
        this.promotions = promotions;
        this.eligibility = eligibility;
        this.currencies = currencies;
        this.clock = clock;
    }

    /** As it would be now; nothing is promised. */
    public Granted preview(Basket basket, List<String> codes, @Nullable UUID cart) {
        if (basket.things().isEmpty()) {
            return new Granted(List.of(), List.of());
        }
        Round round = new Round(basket, cart);
        promotions.forEverybody().stream().map(it -> it.in(currencies)).forEach(round::offer);
        codes.forEach(round::code);
        return new Granted(round.discounts, round.refusals);
    }

    /** For a checkout that will hold it: called in its transaction, so that the last use is given once. */
    public Granted holding(Basket basket, List<String> codes, UUID cart) {
        promotions.lock(codes);
        return preview(basket, codes, cart);
    }

    private final class Round {
        private final Basket basket;
        private final @Nullable UUID cart;
        private final Instant now = clock.instant();
        private final List<Discount> discounts = new ArrayList<>();
        private final List<Refusal> refusals = new ArrayList<>();
        private long leftToPay;
        private boolean alone;

        Round(Basket basket, @Nullable UUID cart) {
            this.basket = basket;
            this.cart = cart;
            this.leftToPay = basket.total();
        }

        /** What nobody asked for is not refused aloud. */
        void offer(Promotion promotion) {
            if (fits(promotion) > 0 && eligibility.outcome(facts(promotion)).equals(GRANTED)) {
                grant(promotion);
            }
        }

        void code(String code) {
            Optional<Promotion> found = promotions.byCode(code).map(it -> it.in(currencies));
            String outcome = eligibility.outcome(found.map(this::facts).orElse(Facts.UNKNOWN));
            if (outcome.equals(GRANTED)) {
                grant(found.orElseThrow());
            } else {
                refusals.add(new Refusal(code, outcome, text(outcome, found.orElse(null))));
            }
        }

        private void grant(Promotion promotion) {
            long off = Reduction.of(promotion, basket, leftToPay, currencies.of(Reduction.LEAST_TO_PAY));
            boolean freeDelivery = promotion.kind() == Kind.FREE_DELIVERY;
            if (off > 0 || freeDelivery) {
                discounts.add(new Discount(promotion.id(), promotion.said(), off, freeDelivery));
                leftToPay -= off;
                alone |= !promotion.combines();
            }
        }

        private Facts facts(Promotion promotion) {
            int left = promotion.mostUses() == null
                    ? Integer.MAX_VALUE
                    : promotion.mostUses() - promotions.uses(promotion.id(), cart);
            return new Facts(
                    true,
                    promotion.runs(now),
                    left,
                    fits(promotion),
                    promotion.atLeast() - basket.total(),
                    discounts.isEmpty() || (promotion.combines() && !alone));
        }

        private int fits(Promotion promotion) {
            int count = basket.of(promotion.category()).count();
            return promotion.kind() == Kind.BUY_X_GET_Y ? count / (promotion.buys() + promotion.gets()) : count;
        }

        private String text(String outcome, @Nullable Promotion promotion) {
            return switch (outcome) {
                case "not-yet" -> say("cart.notYet");
                case "ended" -> say("cart.over");
                case "used-up" -> say("cart.usedUp");
                case "nothing-fits" -> say("cart.nothingFits");
                case "too-little" ->
                    say(
                            "cart.tooLittle",
                            Money.text(promotion == null ? 0 : promotion.atLeast()),
                            Money.text((promotion == null ? 0 : promotion.atLeast()) - basket.total()));
                case "does-not-combine" -> say("cart.notTogether");
                default -> say("cart.noSuchCode");
            };
        }
    }
}
