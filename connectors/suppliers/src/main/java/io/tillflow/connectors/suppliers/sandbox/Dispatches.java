package io.tillflow.connectors.suppliers.sandbox;

import io.tillflow.connectors.provider.sandbox.Webhook;
import io.tillflow.connectors.provider.sandbox.Webhooks;
import io.tillflow.connectors.suppliers.Purchase;
import io.tillflow.connectors.suppliers.sandbox.PurchaseBook.Move;
import io.tillflow.connectors.suppliers.sandbox.PurchaseBook.Next;
import io.tillflow.processes.PurchaseStatus;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/** Suppliers confirm, reject and deliver, and the shop hears of it by webhook. */
public final class Dispatches {
    private static final JsonMapper JSON = new JsonMapper();

    private final PurchaseBook book;
    private final Webhooks webhooks;
    private final SandboxSuppliersSettings settings;
    private final TransactionOperations transaction;
    private final Clock clock;

    public Dispatches(
            PurchaseBook book,
            Webhooks webhooks,
            SandboxSuppliersSettings settings,
            TransactionOperations transaction,
            Clock clock) {
        this.book = book;
        this.webhooks = webhooks;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Moves a purchase on; what has ended stays as it is.
     *
     * @param quantity how many are confirmed or delivered; null for what the supplier does by habit
     */
    public Purchase move(String purchaseId, PurchaseStatus to, @Nullable Integer quantity) {
        return Objects.requireNonNull(transaction.execute(tx -> {
            Purchase before = known(purchaseId);
            if (book.move(purchaseId, next(before, to, quantity))) {
                tell(known(purchaseId));
            }
            return known(purchaseId);
        }));
    }

    private Move next(Purchase purchase, PurchaseStatus to, @Nullable Integer quantity) {
        int agreed = quantity != null
                ? quantity
                : to == PurchaseStatus.CONFIRMED
                        ? Habit.of(purchase.supplier()).share(purchase.quantity())
                        : purchase.agreed();
        boolean goodsComeNext = to == PurchaseStatus.CONFIRMED && agreed > 0;
        return new Move(
                to,
                agreed,
                goodsComeNext ? expected(purchase) : purchase.expectedOn(),
                goodsComeNext
                        ? new Next(PurchaseStatus.DELIVERED, clock.instant().plus(settings.delivery()))
                        : null);
    }

    private LocalDate expected(Purchase purchase) {
        int days = Wholesaler.of(purchase.supplier()).map(Wholesaler::leadDays).orElse(1);
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(days);
    }

    /** Does what is due. */
    public int moveDue() {
        return Objects.requireNonNull(transaction.execute(tx -> {
            List<PurchaseBook.Due> due = book.due();
            due.forEach(one -> move(one.id(), one.nextStatus(), null));
            return due.size();
        }));
    }

    private Purchase known(String purchaseId) {
        return book.find(purchaseId)
                .orElseThrow(
                        () -> new IllegalArgumentException("expected a purchase " + purchaseId + ", but there is none"))
                .purchase();
    }

    private void tell(Purchase purchase) {
        String id = UUID.randomUUID().toString();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("id", purchase.id());
        facts.put("reference", purchase.reference());
        facts.put("status", purchase.status().name());
        facts.put("quantity", purchase.agreed());
        if (purchase.expectedOn() != null) {
            facts.put("expectedOn", purchase.expectedOn().toString());
        }
        String body = JSON.writeValueAsString(Map.of(
                "id", id, "type", "purchase.updated", "created", clock.instant().toString(), "data", facts));
        webhooks.enqueue(SandboxSuppliers.PROVIDER, new Webhook(id, "purchase.updated", body, clock.instant()), 1);
    }
}
