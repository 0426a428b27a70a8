package io.tillflow.storefront.drafts;

import static io.tillflow.storefront.language.Texts.say;

import io.tillflow.storefront.cart.CartLine;
import io.tillflow.storefront.cart.Carts;
import io.tillflow.storefront.checkout.Checkout;
import io.tillflow.storefront.checkout.Checkouts;
import io.tillflow.storefront.checkout.FieldProblem;
import io.tillflow.storefront.checkout.PlaceOrder;
import io.tillflow.storefront.checkout.Quote;
import io.tillflow.storefront.checkout.SaveDetails;
import io.tillflow.storefront.checkout.StartCheckout;
import io.tillflow.storefront.drafts.Draft.Content;
import io.tillflow.storefront.money.Money;
import io.tillflow.storefront.orders.OrderNotes;
import io.tillflow.storefront.terms.Channel;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes one order of a draft, through the checkout that shoppers use, however often it is asked. Nobody has paid then, so the
 * order's automation opens a payment and writes its link to the customer.
 */
@Service
public class PlaceDraft {
    private final Drafts drafts;
    private final DraftSums sums;
    private final Carts carts;
    private final Checkouts checkouts;
    private final StartCheckout startCheckout;
    private final SaveDetails saveDetails;
    private final PlaceOrder placeOrder;
    private final Quote quote;
    private final OrderNotes notes;
    private final Clock clock;
    private final TransactionTemplate transaction;

    PlaceDraft(
            Drafts drafts,
            DraftSums sums,
            Carts carts,
            Checkouts checkouts,
            StartCheckout startCheckout,
            SaveDetails saveDetails,
            PlaceOrder placeOrder,
            Quote quote,
            OrderNotes notes,
            Clock clock,
            TransactionTemplate transaction) {
        this.drafts = drafts;
        this.sums = sums;
        this.carts = carts;
        this.checkouts = checkouts;
        this.startCheckout = startCheckout;
        this.saveDetails = saveDetails;
        this.placeOrder = placeOrder;
        this.quote = quote;
        this.notes = notes;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** What came of it. */
    public sealed interface Result {
        /** One order, the first time and every time after. */
        record Placed(UUID orderId) implements Result {}

        /** Not yet. */
        record Problems(List<FieldProblem> problems) implements Result {}

        /** Somebody changed it meanwhile, or it costs something else now. */
        record Changed() implements Result {}

        /** There is no such draft. */
        record Unknown() implements Result {}
    }

    /**
     * What was looked at when it was decided.
     *
     * @param total what it cost then; null for whatever it costs
     */
    public record Seen(int revision, @Nullable Long total) {}

    private sealed interface Step {
        record Go(UUID checkout) implements Step {}

        record Stop(Result result) implements Step {}
    }

    public Result place(UUID id, Seen seen) {
        Step step = transaction.execute(status -> {
            Step begun = begin(id, seen);
            if (begun instanceof Step.Stop stop && !(stop.result() instanceof Result.Placed)) {
                status.setRollbackOnly();
            }
            return begun;
        });
        return switch (step) {
            case Step.Stop stop -> stop.result();
            case Step.Go go ->
                drafts.find(id).map(draft -> finish(draft, go.checkout())).orElseGet(Result.Unknown::new);
        };
    }

    private Step begin(UUID id, Seen seen) {
        Optional<Draft> found = drafts.lock(id);
        if (found.isEmpty()) {
            return new Step.Stop(new Result.Unknown());
        }
        Draft draft = found.get();
        Optional<Checkout> last = Optional.ofNullable(draft.checkoutId()).flatMap(checkouts::find);
        // asked of the checkout, read after the lock: the draft's row was read before it was waited for, without its
        // newest order
        if (last.isPresent() && last.get().state() == Checkout.State.PLACED) {
            keepNote(draft, last.get().orderId());
            return new Step.Stop(new Result.Placed(last.get().orderId()));
        }
        if (last.filter(this::stillHeld).isPresent()) {
            return new Step.Go(last.get().id());
        }
        DraftSums.Sums now = sums.of(draft.content());
        long total = seen.total() == null ? now.totals().total() : seen.total();
        if (draft.revision() != seen.revision() || total != now.totals().total()) {
            return new Step.Stop(new Result.Changed());
        }
        return now.problems().isEmpty() ? hold(draft, total) : new Step.Stop(new Result.Problems(now.problems()));
    }

    private boolean stillHeld(Checkout checkout) {
        return checkout.holding() && checkout.expiresAt().isAfter(clock.instant());
    }

    /** Its cart, its checkout and its details, all or nothing; why not, is said to whoever asks, the rest in its customer's language. */
    private Step hold(Draft draft, long total) {
        return switch (as(draft, () -> start(draft))) {
            case StartCheckout.Result.Started started -> detailed(draft, started.checkout(), total);
            case StartCheckout.Result.EmptyCart ignored -> problem(say("words.draftEmpty"));
            case StartCheckout.Result.TooFew few ->
                problem(say(
                        "words.draftFaster",
                        few.missing().stream()
                                .map(it -> it.quantity() + " × " + it.sku())
                                .collect(Collectors.joining(", "))));
            case StartCheckout.Result.Unpriced unpriced ->
                problem(say("words.draftGone", String.join(", ", unpriced.skus())));
        };
    }

    private StartCheckout.Result start(Draft draft) {
        Content content = draft.content();
        carts.fill(
                draft.id(),
                content.lines().stream()
                        .map(line ->
                                new CartLine(line.sku(), line.quantity(), sums.price(line.sku()), content.currency()))
                        .toList());
        return startCheckout.start(draft.id(), Channel.STAFF, DraftSums.agreed(content));
    }

    /** In its language and currency. */
    private static <T> T as(Draft draft, Supplier<T> work) {
        return draft.content()
                .language()
                .speaking(() -> Money.in(draft.content().currency(), work));
    }

    /** A price may have changed, or a promotion's last use gone, since its sums were made. */
    private Step detailed(Draft draft, Checkout checkout, long total) {
        return switch (saveDetails.save(checkout.id(), draft.content().details())) {
            case SaveDetails.Result.Saved saved -> {
                if (quote.of(saved.checkout()).total() != total) {
                    yield new Step.Stop(new Result.Changed());
                }
                drafts.setCheckout(draft.id(), checkout.id());
                yield new Step.Go(checkout.id());
            }
            case SaveDetails.Result.Invalid invalid -> new Step.Stop(new Result.Problems(invalid.problems()));
            case SaveDetails.Result.Closed ignored -> problem(say("words.draftBeingPlaced"));
            case SaveDetails.Result.Unknown ignored -> problem(say("words.draftLate"));
        };
    }

    private Result finish(Draft draft, UUID checkout) {
        return switch (as(draft, () -> placeOrder.placeUnpaid(checkout))) {
            case PlaceOrder.Result.Placed placed -> {
                UUID order = placed.order().id();
                // the draft first, as whoever asks again does
                transaction.executeWithoutResult(
                        status -> drafts.lock(draft.id()).ifPresent(now -> keepNote(now, order)));
                yield new Result.Placed(order);
            }
            case PlaceOrder.Result.HoldExpired ignored ->
                new Result.Problems(List.of(new FieldProblem("lines", say("words.draftLate"))));
            case PlaceOrder.Result.Incomplete ignored ->
                throw new IllegalStateException("expected checkout " + checkout + " to have details");
            case PlaceOrder.Result.Unknown ignored -> new Result.Unknown();
        };
    }

    /** Also when it was placed before: whoever did may have been killed before they got here. */
    private void keepNote(Draft draft, UUID order) {
        String note = draft.content().note();
        if (!note.isBlank()) {
            notes.write(order, draft.id(), draft.author(), note);
        }
        drafts.forgetCustomer(draft.id());
    }

    private static Step problem(String why) {
        return new Step.Stop(new Result.Problems(List.of(new FieldProblem("lines", why))));
    }
}
