package io.tillflow.storefront.api;

import io.tillflow.storefront.ShopSettings;
import io.tillflow.storefront.byhand.StaffAct;
import io.tillflow.storefront.byhand.StaffActs;
import io.tillflow.storefront.orders.DearerChange;
import io.tillflow.storefront.orders.DearerChanges;
import io.tillflow.storefront.orders.Order;
import io.tillflow.storefront.orders.OrderEvent;
import io.tillflow.storefront.orders.OrderNote;
import io.tillflow.storefront.orders.OrderNotes;
import io.tillflow.storefront.orders.Orders;
import io.tillflow.storefront.payments.Payments;
import io.tillflow.storefront.returns.AskReturn;
import io.tillflow.storefront.returns.OrderReturn;
import io.tillflow.storefront.returns.Returns;
import io.tillflow.storefront.stock.Location;
import io.tillflow.storefront.stock.Locations;
import io.tillflow.storefront.stock.Lot;
import io.tillflow.storefront.stock.Shares;
import io.tillflow.storefront.support.Conversations;
import io.tillflow.storefront.support.SupportRequest;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together all that is known about an order. */
@Component
class WholeOrders {
    private final Orders orders;
    private final OrderNotes notes;
    private final Returns returns;
    private final AskReturn returning;
    private final Conversations conversations;
    private final StaffActs acts;
    private final DearerChanges changes;
    private final Shares shares;
    private final Locations locations;
    private final Payments payments;
    private final ShopSettings settings;

    WholeOrders(
            Orders orders,
            OrderNotes notes,
            Returns returns,
            AskReturn returning,
            Conversations conversations,
            StaffActs acts,
            DearerChanges changes,
            Shares shares,
            Locations locations,
            Payments payments,
            ShopSettings settings) {
        this.orders = orders;
        this.notes = notes;
        this.returns = returns;
        this.returning = returning;
        this.conversations = conversations;
        this.acts = acts;
        this.changes = changes;
        this.shares = shares;
        this.locations = locations;
        this.payments = payments;
        this.settings = settings;
    }

    /** An order with all that is known about it; what staff may do only as far as the shop knows. */
    record Whole(
            OrderRecord order,
            boolean changeable,
            boolean cancellable,
            boolean shippable,
            boolean capturable,
            long refundable,
            List<OrderEvent> history,
            List<OrderNote> notes,
            List<OrderReturn> returns,
            List<SupportRequest> questions,
            List<StaffAct> acts,
            List<Lying> lying,
            @Nullable Dearer dearer) {}

    /** The change that waits for its payment, or the latest that did. */
    record Dearer(
            UUID id,
            DearerChange.State state,
            DearerChange.@Nullable End reason,
            Map<String, Integer> quantities,
            long total,
            @Nullable String paymentUrl,
            Instant expiresAt) {
        static Dearer of(DearerChange it) {
            return new Dearer(
                    it.id(), it.state(), it.reason(), it.quantities(), it.total(), it.paymentUrl(), it.expiresAt());
        }
    }

    /** Where things that are set aside for it or in exchange lie; not said where the shop has one location. */
    record Lying(String sku, int quantity, String location, String name) {}

    Whole of(UUID id) {
        Order order = orders.find(id).orElseThrow(() -> ShopProblem.notFound("order"));
        boolean away = order.state().away();
        boolean paying = order.paymentId() != null;
        return new Whole(
                OrderRecord.of(order, settings.publicUrl(order.path()), null),
                order.cancellable(),
                order.cancellable() || order.sealed(),
                paying && !away && !order.givenUp(),
                paying && away && !order.state().finished() && !settled(order),
                AskReturn.open(order) ? returning.payable(order) : 0,
                orders.history(id),
                notes.of(id),
                returns.of(id),
                conversations.requests(id),
                acts.of(id),
                lying(id),
                changes.latest(id).map(Dearer::of).orElse(null));
    }

    /** Whether its money was taken or given free; where nobody can tell right now, it may be asked for: it is taken once. */
    private boolean settled(Order order) {
        return Optional.ofNullable(order.paymentId())
                .flatMap(payments::status)
                .filter(EnumSet.of(Payments.Status.CAPTURED, Payments.Status.VOIDED)::contains)
                .isPresent();
    }

    private List<Lying> lying(UUID id) {
        List<Lot> lots = Stream.concat(Stream.of(id), returns.of(id).stream().map(OrderReturn::id))
                .flatMap(owner -> shares.of(owner).stream())
                .toList();
        List<Location> all = locations.all();
        if (lots.isEmpty() || all.size() == 1) {
            return List.of();
        }
        Map<String, String> names = all.stream().collect(Collectors.toMap(Location::id, Location::name));
        return lots.stream()
                .map(it -> new Lying(
                        it.sku(), it.quantity(), it.location(), names.getOrDefault(it.location(), it.location())))
                .toList();
    }
}
