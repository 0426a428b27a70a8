package io.tillflow.storefront.checkout;

import static io.tillflow.storefront.language.Texts.say;

import io.tillflow.storefront.checkout.Checkout.State;
import io.tillflow.storefront.promotions.Promotion;
import io.tillflow.storefront.promotions.Promotions;
import io.tillflow.storefront.terms.Details;
import io.tillflow.storefront.terms.Terms;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps who orders and where it goes. */
@Service
@Transactional
public class SaveDetails {
    private final Checkouts checkouts;
    private final Promotions promotions;
    private final Clock clock;
    private final Terms terms;

    SaveDetails(Checkouts checkouts, Promotions promotions, Clock clock, Terms terms) {
        this.checkouts = checkouts;
        this.promotions = promotions;
        this.clock = clock;
        this.terms = terms;
    }

    /** What came of it. */
    public sealed interface Result {
        /** The checkout with its new totals. */
        record Saved(Checkout checkout) implements Result {}

        /** What to look at again; nothing was kept. */
        record Invalid(List<FieldProblem> problems) implements Result {}

        /** Placed, being placed or expired: nothing can be changed any more. */
        record Closed(Checkout checkout) implements Result {}

        /** There is no such checkout. */
        record Unknown() implements Result {}
    }

    public Result save(UUID checkoutId, DetailsForm form) {
        Optional<Checkout> found = checkouts.lock(checkoutId);
        if (found.isEmpty()) {
            return new Result.Unknown();
        }
        Checkout checkout = found.get();
        if (checkout.state() != State.OPEN || !checkout.expiresAt().isAfter(clock.instant())) {
            return new Result.Closed(checkout);
        }
        DetailsCheck.Result checked = DetailsCheck.check(form, terms.of(checkout.terms(), checkout.currency()));
        if (checked.details().isEmpty()) {
            return new Result.Invalid(checked.problems());
        }
        Details details = checked.details().get();
        Optional<Promotion> spent = promotions.exhaustedBy(details.email(), checkout.discounts());
        if (spent.isPresent()) {
            String sorry = say("cart.spent", spent.get().said());
            return new Result.Invalid(List.of(new FieldProblem("contact.email", sorry)));
        }
        checkouts.setDetails(checkoutId, details);
        return new Result.Saved(checkouts.find(checkoutId).orElseThrow());
    }
}
