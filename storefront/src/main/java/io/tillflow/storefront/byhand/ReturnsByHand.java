package io.tillflow.storefront.byhand;

import io.tillflow.storefront.byhand.DoByHand.Answer;
import io.tillflow.storefront.byhand.DoByHand.Asked;
import io.tillflow.storefront.byhand.StaffAct.Kind;
import io.tillflow.storefront.byhand.StaffAct.Way;
import io.tillflow.storefront.orders.Orders;
import io.tillflow.storefront.outbox.EventType;
import io.tillflow.storefront.outbox.Outbox;
import io.tillflow.storefront.returns.OrderReturn;
import io.tillflow.storefront.returns.ReturnProgress;
import io.tillflow.storefront.returns.ReturnState;
import io.tillflow.storefront.returns.Returns;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What staff do with a return's things; the shop alone is needed for it, and its automation hears of it. */
@Service
@Transactional
public class ReturnsByHand {
    private static final Set<ReturnState> HERE =
            EnumSet.of(ReturnState.RECEIVED, ReturnState.EXCHANGED, ReturnState.REFUNDED);

    private final Orders orders;
    private final Returns returns;
    private final ReturnProgress progress;
    private final StaffActs acts;
    private final Outbox outbox;

    ReturnsByHand(Orders orders, Returns returns, ReturnProgress progress, StaffActs acts, Outbox outbox) {
        this.orders = orders;
        this.returns = returns;
        this.progress = progress;
        this.acts = acts;
        this.outbox = outbox;
    }

    private record Arrived(Parcel shipment) {}

    private record Parcel(String id, @Nullable String trackingNumber) {}

    /** The parcel is here, whatever the carrier says. */
    public Answer receive(UUID returnId, Asked asked) {
        return act(returnId, asked, Kind.RECEIVE, back -> {
            if (back.state().finished() || back.lines().isEmpty()) {
                return Optional.of(new Answer.Refused("too-late", "Nothing of this return is awaited."));
            }
            progress.tell(back.id(), new ReturnProgress.Told(ReturnState.RECEIVED, null, null, null, null, null));
            outbox.publish(
                    EventType.RETURN_ARRIVED,
                    back.id(),
                    new Arrived(new Parcel("by-hand-" + asked.id(), back.trackingNumber())));
            return Optional.empty();
        });
    }

    /**
     * Its things are fit for sale.
     *
     * @param location where they are put; null for the first one
     */
    public Answer restock(UUID returnId, Asked asked, @Nullable String location) {
        return act(returnId, asked, Kind.RESTOCK, back -> {
            if (!HERE.contains(back.state()) || back.lines().isEmpty()) {
                return Optional.of(new Answer.Refused("too-early", "Say first that it has arrived."));
            }
            progress.restock(back.id(), location);
            return Optional.empty();
        });
    }

    private interface Doing {
        /** Present when it cannot be done. */
        Optional<Answer> with(OrderReturn back);
    }

    private Answer act(UUID returnId, Asked asked, Kind kind, Doing doing) {
        Optional<OrderReturn> back = returns.find(returnId);
        if (back.isEmpty()) {
            return new Answer.Unknown();
        }
        UUID orderId = back.get().orderId();
        progress.enterLine();
        if (orders.lock(orderId).isEmpty()) {
            return new Answer.Unknown();
        }
        Optional<StaffAct> known = acts.find(asked.id());
        if (known.isPresent()) {
            return known.get().is(orderId, kind)
                    ? new Answer.Noted(known.get())
                    : new Answer.Refused("other-act", "This id belongs to something else that was asked for.");
        }
        Optional<Answer> no = doing.with(returns.find(returnId).orElseThrow());
        if (no.isPresent()) {
            return no.get();
        }
        acts.note(new StaffActs.Noted(asked.id(), orderId, returnId, kind, asked.by()));
        acts.settle(asked.id(), Way.HAND, "");
        return new Answer.Noted(acts.find(asked.id()).orElseThrow());
    }
}
