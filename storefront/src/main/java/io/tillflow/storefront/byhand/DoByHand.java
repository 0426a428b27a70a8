package io.tillflow.storefront.byhand;

import io.tillflow.storefront.byhand.StaffAct.Kind;
import io.tillflow.storefront.byhand.StaffAct.Way;
import io.tillflow.storefront.byhand.StaffActs.Noted;
import io.tillflow.storefront.orders.Order;
import io.tillflow.storefront.orders.OrderProgress;
import io.tillflow.storefront.orders.Orders;
import io.tillflow.storefront.returns.AskReturn;
import io.tillflow.storefront.returns.Exchanges;
import io.tillflow.storefront.returns.OrderReturn;
import io.tillflow.storefront.returns.Returns;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Steps of an order taken by staff. What is asked is noted first, then the connectors do it, or leave it to the order's
 * automation; asking again with the same id goes on from there.
 *
 * @see "docs/adr/0024"
 */
@Service
public class DoByHand {
    static final String SHOP = "SHOP";

    private final Orders orders;
    private final OrderProgress progress;
    private final AskReturn returning;
    private final Returns returns;
    private final Exchanges exchanges;
    private final StaffActs acts;
    private final CarryOut carryOut;
    private final KeepHere keepHere;
    private final TransactionTemplate transaction;

    DoByHand(
            Orders orders,
            OrderProgress progress,
            AskReturn returning,
            Returns returns,
            Exchanges exchanges,
            StaffActs acts,
            CarryOut carryOut,
            KeepHere keepHere,
            TransactionTemplate transaction) {
        this.orders = orders;
        this.progress = progress;
        this.returning = returning;
        this.returns = returns;
        this.exchanges = exchanges;
        this.acts = acts;
        this.carryOut = carryOut;
        this.keepHere = keepHere;
        this.transaction = transaction;
    }

    /**
     * Who asks, and how.
     *
     * @param id made up by the caller, so that asking twice does it once
     * @param atOnce whether not to leave it to an automation that could do it
     */
    public record Asked(UUID id, String by, boolean atOnce) {}

    /** What came of it. */
    public sealed interface Answer {
        /** It is noted; the act says how far it came. */
        record Noted(StaffAct act) implements Answer {}

        /** It cannot be, as a code and in words. */
        record Refused(String type, String why) implements Answer {}

        /** There is no such order. */
        record Unknown() implements Answer {}
    }

    /** Hands the parcel over, however far its automation is. */
    public Answer ship(UUID orderId, Asked asked, @Nullable String carrier, @Nullable String service) {
        Wanted wanted = new Wanted(carrier, service, null, asked.atOnce());
        return take(new Noted(asked.id(), orderId, null, Kind.SHIP, asked.by()), wanted, order -> {
            if (order.givenUp()) {
                return refused("order-cancelled", "The order is cancelled.");
            }
            if (order.state().away()) {
                return refused("too-late", "Its parcel has left already.");
            }
            return order.paymentId() == null ? refused("not-paid", "It has no payment yet.") : Optional.empty();
        });
    }

    /** Takes the money that the bank holds. */
    public Answer capture(UUID orderId, Asked asked) {
        Wanted wanted = Wanted.plainly(asked.atOnce());
        return take(new Noted(asked.id(), orderId, null, Kind.CAPTURE, asked.by()), wanted, order -> {
            if (!order.state().away()) {
                return refused("too-early", "Money is taken when the parcel leaves: ship it first.");
            }
            return order.paymentId() == null ? refused("not-paid", "It has no payment.") : Optional.empty();
        });
    }

    /** Calls an order off before it ships; one that is locked for shipping only if its parcel can be kept here. */
    public Answer cancel(UUID orderId, Asked asked) {
        boolean sealed = orders.find(orderId).filter(Order::sealed).isPresent();
        Optional<Answer> no = sealed ? keepHere.refusal(orderId, null) : Optional.empty();
        if (no.isPresent()) {
            return no.get();
        }
        Wanted wanted = Wanted.because(SHOP, asked.atOnce());
        Noted act = new Noted(asked.id(), orderId, null, Kind.CANCEL, asked.by());
        return take(act, wanted, order -> switch (progress.cancel(order.id(), SHOP)) {
            case DONE -> Optional.empty();
            case TOO_LATE ->
                sealed && progress.giveUp(order.id(), SHOP)
                        ? Optional.empty()
                        : refused("too-late", "The parcel is sealed, so this order can’t be cancelled.");
            case UNKNOWN -> throw new IllegalStateException("order " + order.number() + " went away");
        });
    }

    /** Gives money back although nothing comes back; the act's id is the return's. */
    public Answer refund(UUID orderId, Asked asked, long amount) {
        Noted act = new Noted(asked.id(), orderId, asked.id(), Kind.REFUND, asked.by());
        return take(act, Wanted.plainly(asked.atOnce()), order -> switch (returning.giveBack(
                order.id(), asked.id(), amount)) {
            case AskReturn.Answer.Taken ignored -> Optional.empty();
            case AskReturn.Answer.Refused no -> refused("not-refundable", no.why());
        });
    }

    /** Pays out what a return is worth, once its things are here and what is wanted instead is kept here. */
    public Answer refund(OrderReturn back, Asked asked) {
        boolean leaving = back.leaving();
        Optional<Answer> no = leaving ? keepHere.refusal(back.orderId(), back.id()) : Optional.empty();
        if (no.isPresent()) {
            return no.get();
        }
        Noted act = new Noted(asked.id(), back.orderId(), back.id(), Kind.REFUND, asked.by());
        return take(act, Wanted.plainly(asked.atOnce()), order -> switch (returns.find(back.id())
                .orElseThrow()
                .state()) {
            case RECEIVED ->
                exchanges.callOff(back.id(), leaving)
                        ? Optional.empty()
                        : refused("too-late", "What is wanted instead is on its way already.");
            case EXCHANGED -> refused("too-late", "It was exchanged.");
            case REFUNDED -> refused("too-late", "Its money went back already.");
            case REFUSED -> refused("too-late", "It was refused.");
            case REQUESTED, IN_REVIEW, ACCEPTED -> refused("too-early", "Say first that it has arrived.");
        });
    }

    /** Sends what is wanted instead of a return whose things are here. */
    public Answer exchange(OrderReturn back, Asked asked, @Nullable String carrier, @Nullable String service) {
        Noted act = new Noted(asked.id(), back.orderId(), back.id(), Kind.EXCHANGE, asked.by());
        return take(act, new Wanted(carrier, service, null, true), order -> {
            OrderReturn now = returns.find(back.id()).orElseThrow();
            return switch (now.state()) {
                case RECEIVED ->
                    now.exchanging() ? Optional.empty() : refused("too-late", "Nothing is wanted instead any more.");
                case EXCHANGED -> refused("too-late", "It was sent already.");
                case REFUNDED, REFUSED -> refused("too-late", "It came to another end.");
                case REQUESTED, IN_REVIEW, ACCEPTED -> refused("too-early", "Say first that it has arrived.");
            };
        });
    }

    private Answer take(Noted asked, Wanted wanted, Function<Order, Optional<Answer>> check) {
        if (orders.find(asked.orderId()).isEmpty()) {
            return new Answer.Unknown();
        }
        Optional<Answer> settled = transaction.execute(status -> note(asked, wanted, check));
        return settled.orElseGet(() -> new Answer.Noted(carryOut.now(asked.id())));
    }

    /** Present when there is nothing left to do. */
    private Optional<Answer> note(Noted asked, Wanted wanted, Function<Order, Optional<Answer>> check) {
        Order order = orders.lock(asked.orderId()).orElseThrow();
        Optional<StaffAct> known = acts.find(asked.id());
        Optional<Answer> settled = known.isPresent() ? again(asked, known.get()) : check.apply(order);
        if (settled.isPresent()) {
            return settled;
        }
        if (known.isEmpty()) {
            acts.note(asked);
        }
        acts.want(asked.id(), wanted);
        return Optional.empty();
    }

    private Optional<Answer> again(Noted asked, StaffAct act) {
        if (!act.is(asked.orderId(), asked.kind()) || !Objects.equals(act.returnId(), asked.returnId())) {
            return refused("other-act", "This id belongs to something else that was asked for.");
        }
        if (act.way() == Way.HAND) {
            return Optional.of(new Answer.Noted(act));
        }
        return act.kind() == Kind.REFUND ? ended(act) : Optional.empty();
    }

    /** What it asks for may have come to an end meanwhile, by the automation or at an inspection. */
    private Optional<Answer> ended(StaffAct act) {
        return switch (returns.find(Objects.requireNonNull(act.returnId()))
                .orElseThrow()
                .state()) {
            case REFUSED, EXCHANGED -> refused("too-late", "It came to another end.");
            case REFUNDED -> {
                if (act.way() != Way.AUTOMATION) {
                    yield Optional.empty(); // its letter may be missing still
                }
                acts.settle(act.id(), Way.HAND, "");
                yield Optional.of(new Answer.Noted(acts.find(act.id()).orElseThrow()));
            }
            case REQUESTED, IN_REVIEW, ACCEPTED, RECEIVED -> Optional.empty();
        };
    }

    private static Optional<Answer> refused(String type, String why) {
        return Optional.of(new Answer.Refused(type, why));
    }
}
