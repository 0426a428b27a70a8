package io.tillflow.storefront.byhand;

import io.tillflow.storefront.byhand.StaffAct.Kind;
import io.tillflow.storefront.byhand.StaffAct.Way;
import io.tillflow.storefront.orders.Order;
import io.tillflow.storefront.orders.OrderProgress;
import io.tillflow.storefront.orders.Orders;
import io.tillflow.storefront.outbox.EventType;
import io.tillflow.storefront.outbox.Outbox;
import io.tillflow.storefront.returns.Exchanges;
import io.tillflow.storefront.returns.OrderReturn;
import io.tillflow.storefront.returns.ReturnState;
import io.tillflow.storefront.returns.Returns;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Has a noted act done by the connectors and writes down what came of it, whoever asks for it and however often. */
@Component
class CarryOut {
    private static final Set<ReturnState> ENDED_OTHERWISE = EnumSet.of(ReturnState.REFUSED, ReturnState.EXCHANGED);

    private final Orders orders;
    private final OrderProgress progress;
    private final Returns returns;
    private final Exchanges exchanges;
    private final PayMore payMore;
    private final StaffActs acts;
    private final Hands hands;
    private final Outbox outbox;
    private final TransactionTemplate transaction;

    CarryOut(
            Orders orders,
            OrderProgress progress,
            Returns returns,
            Exchanges exchanges,
            PayMore payMore,
            StaffActs acts,
            Hands hands,
            Outbox outbox,
            TransactionTemplate transaction) {
        this.orders = orders;
        this.progress = progress;
        this.returns = returns;
        this.exchanges = exchanges;
        this.payMore = payMore;
        this.acts = acts;
        this.hands = hands;
        this.outbox = outbox;
        this.transaction = transaction;
    }

    private record Shipped(Staff staff) {}

    private record Captured(Staff staff) {}

    /** @param act whose doing it was */
    private record Staff(UUID act) {}

    /** Answers how far it came. An order that cannot be delivered is called off as well. */
    StaffAct now(UUID id) {
        StaffAct act = acts.find(id).orElseThrow();
        Hands.Done done = unasked(act).orElseGet(() -> asked(described(act)));
        UUID callingOff = callingOff(id);
        boolean calledOff = transaction.execute(status -> settle(act, done, callingOff));
        if (calledOff) {
            now(callingOff);
        }
        return acts.find(id).orElseThrow();
    }

    /** What comes of it without the connectors: a payment is opened before anybody is written to. */
    private Optional<Hands.Done> unasked(StaffAct act) {
        if (act.kind() != Kind.PAY_MORE) {
            return Optional.empty();
        }
        if (!payMore.over(act.id()) && !payMore.opened(act.id())) {
            return Optional.of(new Hands.Done(Way.WAITING, ""));
        }
        return payMore.over(act.id())
                ? Optional.of(new Hands.Done(Way.REFUSED, "It came to another end."))
                : Optional.empty();
    }

    /** A payment that is to be let go of holds money until it is: whatever refuses that is asked again. */
    private Hands.Done asked(Map<String, Object> act) {
        Hands.Done done = hands.act(act);
        if (done.way() != Way.REFUSED || !PayMore.letsGo(act)) {
            return done;
        }
        return new Hands.Done(Way.WAITING, done.says().isBlank() ? "It was refused and is tried again." : done.says());
    }

    /** What it asks for may have come to an end meanwhile, by the automation or at an inspection. */
    boolean over(StaffAct act) {
        UUID back = act.returnId();
        if (act.kind() == Kind.EXCHANGE && back != null) {
            ReturnState now = returns.find(back).map(OrderReturn::state).orElseThrow();
            return now == ReturnState.REFUNDED || now == ReturnState.REFUSED;
        }
        if (act.kind() == Kind.PAY_MORE) {
            return payMore.over(act.id());
        }
        return act.kind() == Kind.REFUND
                && back != null
                && ENDED_OTHERWISE.contains(
                        returns.find(back).map(OrderReturn::state).orElseThrow());
    }

    private Map<String, Object> described(StaffAct act) {
        Order order = orders.find(act.orderId()).orElseThrow();
        Wanted wanted = acts.wanted(act.id());
        Map<String, Object> what = new HashMap<>();
        what.put("act", act.kind().name());
        what.put("id", act.id());
        what.put("orderId", order.id());
        what.put("currency", order.currency());
        what.put("amount", order.totals().total());
        what.put("atOnce", wanted.atOnce());
        given(what, "paymentId", order.paymentId());
        given(what, "carrier", wanted.carrier());
        given(what, "service", wanted.service());
        if (act.kind() == Kind.CANCEL) {
            what.put("reason", wanted.reason() == null ? DoByHand.SHOP : wanted.reason());
        }
        UUID back = act.returnId();
        if (back != null) {
            what.put("returnId", back);
            OrderReturn known = returns.find(back).orElseThrow();
            OrderReturn.Exchange exchange = known.exchange();
            what.put(
                    "amount", act.kind() == Kind.EXCHANGE && exchange != null ? exchange.difference() : known.amount());
            what.put("weightGrams", Math.max(1, exchanges.weightOf(known)));
        }
        what.putAll(payMore.described(act, wanted));
        return what;
    }

    private static void given(Map<String, Object> what, String name, @Nullable Object value) {
        if (value != null) {
            what.put(name, value);
        }
    }

    /** An instance that waits for what was done hears of it and goes on from there. Whether the order is called off. */
    private boolean settle(StaffAct act, Hands.Done done, UUID callingOff) {
        orders.lock(act.orderId());
        if (!acts.settle(act.id(), done.way(), done.says())) {
            return false;
        }
        if (done.way() == Way.HAND) {
            tell(act);
        }
        String reason = done.callOff();
        if (reason == null || !progress.giveUp(act.orderId(), reason)) {
            return false;
        }
        if (acts.find(callingOff).isEmpty()) {
            acts.note(new StaffActs.Noted(callingOff, act.orderId(), null, Kind.CANCEL, act.author()));
            acts.want(callingOff, Wanted.because(reason, false));
        }
        return true;
    }

    private void tell(StaffAct act) {
        switch (act.kind()) {
            case SHIP -> outbox.publish(EventType.SHIPPED_BY_HAND, act.orderId(), new Shipped(new Staff(act.id())));
            case CAPTURE ->
                outbox.publish(EventType.CAPTURED_BY_HAND, act.orderId(), new Captured(new Staff(act.id())));
            case CANCEL, REFUND, RECEIVE, RESTOCK, CHANGE, EXCHANGE, PAY_MORE, CHANGE_OFF -> {}
        }
    }

    /** The same for the same act, so that an order is called off once. */
    private static UUID callingOff(UUID act) {
        return UUID.nameUUIDFromBytes(("call-off/" + act).getBytes(StandardCharsets.UTF_8));
    }
}
