package io.tillflow.storefront.byhand;

import io.tillflow.storefront.byhand.DoByHand.Asked;
import io.tillflow.storefront.byhand.StaffAct.Kind;
import io.tillflow.storefront.money.Money;
import io.tillflow.storefront.orders.DearerChange;
import io.tillflow.storefront.orders.DearerChange.State;
import io.tillflow.storefront.orders.DearerChanges;
import io.tillflow.storefront.orders.EditOrder;
import io.tillflow.storefront.orders.Order;
import io.tillflow.storefront.orders.OrderNotes;
import io.tillflow.storefront.orders.Orders;
import io.tillflow.storefront.payments.PaymentLink;
import io.tillflow.storefront.payments.Payments;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks an order's shopper to pay for a change that makes it dearer: one new payment for all of it, and a letter. */
@Component
class PayMore {
    /** Its things are kept from others for so long at most. */
    private static final Duration TIME = Duration.ofDays(1);

    /** Payments that an act lets go of. */
    private static final String FORMER = "formerPaymentId";

    private static final String OPENED = "openedPaymentId";

    private final DearerChanges changes;
    private final EditOrder edit;
    private final Orders orders;
    private final Payments payments;
    private final OrderNotes notes;
    private final StaffActs acts;
    private final Clock clock;
    private final TransactionTemplate transaction;

    PayMore(
            DearerChanges changes,
            EditOrder edit,
            Orders orders,
            Payments payments,
            OrderNotes notes,
            StaffActs acts,
            Clock clock,
            TransactionTemplate transaction) {
        this.changes = changes;
        this.edit = edit;
        this.orders = orders;
        this.payments = payments;
        this.notes = notes;
        this.acts = acts;
        this.clock = clock;
        this.transaction = transaction;
    }

    boolean waitsFor(UUID orderId) {
        return changes.pending(orderId).isPresent();
    }

    /** Whether there is anything left to ask for. */
    boolean over(UUID changeId) {
        return changes.find(changeId).filter(DearerChange::pending).isEmpty();
    }

    /** In the transaction that locked the order and made sure. The act has the change's id. */
    void note(Order order, Asked asked, OrderChange change, EditOrder.Edited edited, List<String> done) {
        Instant now = clock.instant();
        long total = edited.totals().total();
        DearerChange wanted = new DearerChange(
                asked.id(),
                order.id(),
                asked.by(),
                change.quantities(),
                edited.come(),
                total,
                State.PENDING,
                null,
                false,
                null,
                null,
                null,
                now,
                now.plus(TIME));
        edit.ask(wanted, order);
        String more = Money.text(total - order.totals().total(), order.currency());
        notes.write(
                order.id(),
                asked.id(),
                asked.by(),
                "To be paid first: " + String.join(", ", done) + ", " + more + " more.");
        acts.note(new StaffActs.Noted(asked.id(), order.id(), null, Kind.PAY_MORE, asked.by()));
        acts.want(asked.id(), Wanted.because(change.digest(), true));
    }

    /** Opens the payment unless it is; false while the payments are away. One that was opened too late is closed by an act of its own. */
    boolean opened(UUID changeId) {
        DearerChange change = changes.find(changeId).orElseThrow();
        if (change.paymentUrl() != null) {
            return true;
        }
        Order order = orders.find(change.orderId()).orElseThrow();
        return payments.open(change.id(), order.id(), change.total(), order.currency(), order.ownPath())
                .map(link -> transaction.execute(status -> known(change, link)))
                .orElse(false);
    }

    /** What ended meanwhile was let go of without it. */
    private boolean known(DearerChange change, PaymentLink link) {
        orders.lock(change.orderId());
        changes.opened(change, link.id(), link.url());
        boolean ended = changes.find(change.id()).orElseThrow().state() == State.ENDED;
        if (ended && acts.find(late(change)).isEmpty()) {
            acts.note(new StaffActs.Noted(late(change), change.orderId(), null, Kind.CHANGE_OFF, ""));
            acts.want(late(change), Wanted.because(change.id().toString(), true));
        }
        return true;
    }

    /** The act that closes what was opened too late; its shopper was written to by another. */
    private static UUID late(DearerChange change) {
        return UUID.nameUUIDFromBytes(("change/" + change.id() + "/late").getBytes(StandardCharsets.UTF_8));
    }

    /** What the connectors need to know of an act that a change led to. */
    Map<String, Object> described(StaffAct act, Wanted wanted) {
        return switch (act.kind()) {
            case PAY_MORE ->
                Map.of("amount", changes.find(act.id()).orElseThrow().total());
            case CHANGE ->
                of(wanted)
                        .map(DearerChange::formerPaymentId)
                        .map(former -> Map.<String, Object>of(FORMER, former))
                        .orElse(Map.of());
            case CHANGE_OFF -> {
                DearerChange change = of(wanted).orElseThrow();
                DearerChange.End why = Objects.requireNonNull(change.reason());
                Map<String, Object> what = new HashMap<>();
                if (change.paymentId() != null) {
                    what.put(OPENED, change.paymentId());
                }
                if (!why.known() && !act.id().equals(late(change))) {
                    what.put("reason", "CHANGE_" + why.name());
                }
                yield what;
            }
            case SHIP, CAPTURE, CANCEL, REFUND, RECEIVE, RESTOCK, EXCHANGE -> Map.of();
        };
    }

    static boolean letsGo(Map<String, Object> act) {
        return act.containsKey(FORMER) || act.containsKey(OPENED);
    }

    /** The change that an act followed from; a change that cost no more has none. */
    private Optional<DearerChange> of(Wanted wanted) {
        return Optional.ofNullable(wanted.reason()).map(UUID::fromString).flatMap(changes::find);
    }
}
