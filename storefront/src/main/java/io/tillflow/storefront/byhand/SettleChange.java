package io.tillflow.storefront.byhand;

import io.tillflow.storefront.byhand.StaffAct.Kind;
import io.tillflow.storefront.money.Money;
import io.tillflow.storefront.orders.DearerChange;
import io.tillflow.storefront.orders.DearerChange.End;
import io.tillflow.storefront.orders.DearerChange.State;
import io.tillflow.storefront.orders.DearerChanges;
import io.tillflow.storefront.orders.EditOrder;
import io.tillflow.storefront.orders.Order;
import io.tillflow.storefront.orders.OrderNotes;
import io.tillflow.storefront.orders.OrderStock;
import io.tillflow.storefront.orders.Orders;
import io.tillflow.storefront.outbox.EventType;
import io.tillflow.storefront.outbox.Outbox;
import io.tillflow.storefront.payments.Payments;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sees changes that wait for their payment to their end: the order becomes what was paid for and its former payment is let go,
 * or it stays as it is and the new payment is let go. Which of both is decided while the order is locked, against whoever
 * seals its parcel or calls it off.
 */
@Service
public class SettleChange {
    private static final Logger log = LoggerFactory.getLogger(SettleChange.class);

    /** So much longer a change waits while nobody can tell how its payment stands: it may hold. */
    private static final Duration IN_DOUBT = Duration.ofHours(1);

    private final DearerChanges changes;
    private final Orders orders;
    private final OrderStock stock;
    private final EditOrder edit;
    private final OrderNotes notes;
    private final StaffActs acts;
    private final CarryOut carryOut;
    private final Payments payments;
    private final Outbox outbox;
    private final Clock clock;
    private final TransactionTemplate transaction;

    SettleChange(
            DearerChanges changes,
            Orders orders,
            OrderStock stock,
            EditOrder edit,
            OrderNotes notes,
            StaffActs acts,
            CarryOut carryOut,
            Payments payments,
            Outbox outbox,
            Clock clock,
            TransactionTemplate transaction) {
        this.changes = changes;
        this.orders = orders;
        this.stock = stock;
        this.edit = edit;
        this.notes = notes;
        this.acts = acts;
        this.carryOut = carryOut;
        this.payments = payments;
        this.outbox = outbox;
        this.clock = clock;
        this.transaction = transaction;
    }

    private record Authorised(Paid payment) {}

    private record Paid(String id) {}

    @Scheduled(fixedDelayString = "${shop.sweep-every:3s}")
    void look() {
        try {
            all();
        } catch (DataAccessException | TransactionException e) {
            log.debug("changes that wait for their payment are looked at when the database is back", e);
        }
    }

    /** Looks at all whose time has come. */
    public void all() {
        for (Optional<UUID> due = changes.claim(); due.isPresent(); due = changes.claim()) {
            settle(due.get());
        }
    }

    /** Calls off the one that is pending; false: there is none. */
    public boolean callOff(UUID orderId, End why) {
        Optional<UUID> pending = changes.pending(orderId).map(DearerChange::id);
        pending.ifPresent(id -> {
            end(id, why);
            free(id);
        });
        return pending.isPresent();
    }

    private void settle(UUID id) {
        DearerChange change = changes.find(id).orElseThrow();
        if (change.pending()) {
            stands(change)
                    .ifPresentOrElse(
                            status -> goOn(change, status),
                            () -> endIfOverdue(change, clock.instant().minus(IN_DOUBT), End.UNPAID));
        }
        free(id);
    }

    /** Where a card was declined another may be tried as long as the page is open. */
    private void goOn(DearerChange change, Payments.Status status) {
        switch (status) {
            case AUTHORISED, CAPTURED -> paid(change);
            case EXPIRED, VOIDED -> end(change.id(), End.UNPAID);
            case DECLINED -> {
                changes.declined(change);
                endIfOverdue(change, clock.instant(), End.DECLINED);
            }
            case OPEN, UNKNOWN -> endIfOverdue(change, clock.instant(), End.UNPAID);
        }
    }

    private void endIfOverdue(DearerChange change, Instant now, End why) {
        if (change.overdue(now)) {
            end(change.id(), why);
        }
    }

    private Optional<Payments.Status> stands(DearerChange change) {
        return change.paymentId() == null ? Optional.of(Payments.Status.OPEN) : payments.status(change.paymentId());
    }

    /** Money that was taken already cannot be let go of: then the order keeps the payment it has. */
    private void paid(DearerChange change) {
        String former = orders.find(change.orderId()).orElseThrow().paymentId();
        Optional<Payments.Status> held = former == null ? Optional.of(Payments.Status.OPEN) : payments.status(former);
        held.ifPresentOrElse(
                status -> {
                    if (status == Payments.Status.CAPTURED) {
                        end(change.id(), End.OUTDATED);
                    } else {
                        locked(change.id(), State.PENDING, this::apply).ifPresent(carryOut::now);
                    }
                },
                () -> endIfOverdue(change, clock.instant().minus(IN_DOUBT), End.UNPAID));
    }

    /** The order's automation may wait for this payment, and hears of it as from its provider. */
    private Optional<UUID> apply(DearerChange change, Order order) {
        Optional<End> no = edit.paid(change, order);
        if (no.isPresent()) {
            changes.end(order.id(), no.get());
            return Optional.empty();
        }
        notes.write(
                order.id(),
                derived(change.id(), "paid"),
                change.author(),
                "Paid anew and changed: " + Money.text(change.total(), order.currency()) + " now.");
        outbox.publish(EventType.PAID_ANEW, order.id(), new Authorised(new Paid(String.valueOf(change.paymentId()))));
        return Optional.of(note(change, Kind.CHANGE, change.author()));
    }

    private void end(UUID id, End why) {
        locked(id, State.PENDING, (change, order) -> {
            changes.end(order.id(), why);
            return Optional.empty();
        });
    }

    private void free(UUID id) {
        locked(id, State.ENDING, (change, order) -> {
                    edit.free(change, order);
                    return Optional.of(note(change, Kind.CHANGE_OFF, ""));
                })
                .ifPresent(carryOut::now);
    }

    /** The act lets go of the payment that is not wanted, and writes to the shopper; it is gone on with until it is done. */
    private UUID note(DearerChange change, Kind kind, String author) {
        UUID act = derived(change.id(), kind.name());
        acts.note(new StaffActs.Noted(act, change.orderId(), null, kind, author));
        acts.want(act, Wanted.because(change.id().toString(), true));
        return act;
    }

    /** Does something if it is so, with the order locked; answers the act that follows. */
    private Optional<UUID> locked(UUID id, State so, BiFunction<DearerChange, Order, Optional<UUID>> what) {
        DearerChange before = changes.find(id).orElseThrow();
        if (before.state() != so) {
            return Optional.empty();
        }
        return transaction.execute(status -> {
            stock.enterLine();
            Order order = orders.lock(before.orderId()).orElseThrow();
            return changes.find(id).filter(it -> it.state() == so).flatMap(it -> what.apply(it, order));
        });
    }

    private static UUID derived(UUID id, String what) {
        return UUID.nameUUIDFromBytes(("change/" + id + "/" + what).getBytes(StandardCharsets.UTF_8));
    }
}
