package io.tillflow.connectors.suppliers.sandbox;

import io.tillflow.connectors.provider.EffectKey;
import io.tillflow.connectors.provider.ProviderUnavailable;
import io.tillflow.connectors.provider.sandbox.Faults;
import io.tillflow.connectors.provider.sandbox.IdempotentCalls;
import io.tillflow.connectors.provider.sandbox.IdempotentCalls.Outcome;
import io.tillflow.connectors.suppliers.CancelResult;
import io.tillflow.connectors.suppliers.Purchase;
import io.tillflow.connectors.suppliers.PurchaseRequest;
import io.tillflow.connectors.suppliers.PurchaseResult;
import io.tillflow.connectors.suppliers.QuoteRequest;
import io.tillflow.connectors.suppliers.QuoteResult;
import io.tillflow.connectors.suppliers.Suppliers;
import io.tillflow.connectors.suppliers.sandbox.PurchaseBook.Next;
import io.tillflow.processes.PurchaseStatus;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The suppliers' side of each call: latency and faults first, then one transaction per key. */
public final class SandboxSuppliers implements Suppliers {
    public static final String PROVIDER = "suppliers";

    private static final int CALLS_WHILE_DOWN = 5;
    private static final int LOST_ANSWERS = 2;

    private final PurchaseBook book;
    private final IdempotentCalls calls;
    private final Faults faults;
    private final SandboxSuppliersSettings settings;
    private final Clock clock;

    public SandboxSuppliers(
            PurchaseBook book, IdempotentCalls calls, Faults faults, SandboxSuppliersSettings settings, Clock clock) {
        this.book = book;
        this.calls = calls;
        this.faults = faults;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public QuoteResult quote(QuoteRequest request) {
        return faults.suffer(PROVIDER, "quote of " + request.sku(), () -> {
            Optional<Wholesaler> wholesaler = Wholesaler.of(request.supplier());
            if (wholesaler.isEmpty()) {
                return new QuoteResult.NotOffered("nobody knows the supplier " + request.supplier()
                        + "; the sandbox has " + String.join(", ", Wholesaler.labels()));
            }
            return Habit.of(request.supplier()) == Habit.SOLD_OUT
                    ? new QuoteResult.NotOffered(request.supplier() + " does not sell " + request.sku())
                    : new QuoteResult.Quoted(wholesaler.get().quote(request));
        });
    }

    @Override
    public PurchaseResult place(PurchaseRequest request, EffectKey key) {
        Habit habit = Habit.of(request.supplier());
        int call = habit == Habit.DOWN || habit == Habit.TIMES_OUT ? book.countCall(request.reference()) : 0;
        if (habit == Habit.DOWN && call <= CALLS_WHILE_DOWN) {
            throw new ProviderUnavailable("expected " + request.supplier() + " to take the purchase "
                    + request.reference() + ", but they did not answer");
        }
        String asked = "place " + request.reference() + " " + request.supplier() + " " + request.quantity() + " "
                + request.sku();
        Outcome outcome = faults.suffer(
                PROVIDER, asked, () -> calls.once(PROVIDER, "place:" + key, asked, () -> placeNow(request, habit)));
        if (habit == Habit.TIMES_OUT && call <= LOST_ANSWERS) {
            throw new ProviderUnavailable("expected " + request.supplier() + " to answer for the purchase "
                    + request.reference() + ", but it timed out");
        }
        return outcome.kind().equals("PLACED")
                ? new PurchaseResult.Placed(known(outcome.reference()))
                : new PurchaseResult.Declined(outcome.reference());
    }

    private Outcome placeNow(PurchaseRequest request, Habit habit) {
        if (habit == Habit.DECLINES || Wholesaler.of(request.supplier()).isEmpty()) {
            return new Outcome("DECLINED", request.supplier() + " takes no such order");
        }
        return new Outcome("PLACED", book.take(request, first(habit)));
    }

    private @Nullable Next first(Habit habit) {
        return switch (habit) {
            case LATE, SILENT -> null;
            case REJECTS -> new Next(PurchaseStatus.REJECTED, clock.instant().plus(settings.confirmation()));
            case NONE, SOLD_OUT, DECLINES, PARTLY, DOWN, TIMES_OUT ->
                new Next(PurchaseStatus.CONFIRMED, clock.instant().plus(settings.confirmation()));
        };
    }

    @Override
    public Optional<Purchase> find(String purchaseId) {
        return faults.suffer(
                PROVIDER, "find " + purchaseId, () -> book.find(purchaseId).map(PurchaseBook.Entry::purchase));
    }

    @Override
    public Purchase remind(String purchaseId, EffectKey key) {
        String asked = "remind " + purchaseId;
        faults.suffer(
                PROVIDER,
                asked,
                () -> calls.once(PROVIDER, "remind:" + key, asked, () -> {
                    boolean late = Habit.of(known(purchaseId).supplier()) == Habit.LATE;
                    book.remind(
                            purchaseId,
                            late
                                    ? new Next(
                                            PurchaseStatus.CONFIRMED,
                                            clock.instant().plus(settings.confirmation()))
                                    : null);
                    return new Outcome("REMINDED", purchaseId);
                }));
        return known(purchaseId);
    }

    /** What is not delivered yet can be taken back. */
    @Override
    public CancelResult cancel(String purchaseId, EffectKey key) {
        return faults.suffer(PROVIDER, "cancel " + purchaseId, () -> {
            Purchase purchase = known(purchaseId);
            book.move(
                    purchaseId,
                    new PurchaseBook.Move(PurchaseStatus.CANCELLED, purchase.agreed(), purchase.expectedOn(), null));
            PurchaseStatus now = known(purchaseId).status();
            return now == PurchaseStatus.DELIVERED
                    ? new CancelResult.TooLate("the goods are delivered")
                    : new CancelResult.Cancelled();
        });
    }

    private Purchase known(String purchaseId) {
        return book.find(purchaseId)
                .orElseThrow(() -> new IllegalArgumentException("expected a purchase, but nobody knows " + purchaseId))
                .purchase();
    }
}
