package io.tillflow.storefront.api;

import io.tillflow.storefront.ShopSettings;
import io.tillflow.storefront.orders.Order;
import io.tillflow.storefront.orders.OrderEvent;
import io.tillflow.storefront.orders.OrderNote;
import io.tillflow.storefront.orders.OrderNotes;
import io.tillflow.storefront.orders.OrderProgress;
import io.tillflow.storefront.orders.Orders;
import io.tillflow.storefront.returns.AskReturn;
import io.tillflow.storefront.returns.OrderReturn;
import io.tillflow.storefront.returns.Returns;
import io.tillflow.storefront.support.Conversations;
import io.tillflow.storefront.support.SupportRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One order, for the people who run the shop. */
@RestController
@RequestMapping("/api/v1/admin/orders/{id}")
class OrderAdminApi {
    private static final int LONGEST_NOTE = 2_000;

    private final Orders orders;
    private final OrderNotes notes;
    private final OrderProgress progress;
    private final Returns returns;
    private final AskReturn returning;
    private final Conversations conversations;
    private final ShopSettings settings;

    OrderAdminApi(
            Orders orders,
            OrderNotes notes,
            OrderProgress progress,
            Returns returns,
            AskReturn returning,
            Conversations conversations,
            ShopSettings settings) {
        this.orders = orders;
        this.notes = notes;
        this.progress = progress;
        this.returns = returns;
        this.returning = returning;
        this.conversations = conversations;
        this.settings = settings;
    }

    /** An order with all that is known about it. */
    record Whole(
            OrderRecord order,
            boolean cancellable,
            long refundable,
            List<OrderEvent> history,
            List<OrderNote> notes,
            List<OrderReturn> returns,
            List<SupportRequest> questions) {}

    /** @param amount in minor units */
    record Refund(@Nullable UUID id, @Nullable Long amount) {}

    record Note(
            @Nullable UUID id,
            @Nullable String text,
            @Nullable String by) {}

    @GetMapping
    Whole order(@PathVariable UUID id) {
        return whole(orders.find(id).orElseThrow(() -> ShopProblem.notFound("order")));
    }

    @PostMapping("/notes")
    Whole note(@PathVariable UUID id, @RequestBody Note note) {
        Order order = orders.find(id).orElseThrow(() -> ShopProblem.notFound("order"));
        if (note.id() == null) {
            throw ShopProblem.needed("id");
        }
        if (note.text() == null || note.text().isBlank() || note.text().strip().length() > LONGEST_NOTE) {
            throw ShopProblem.invalid("text", "Between 1 and " + LONGEST_NOTE + " characters.");
        }
        notes.write(
                id, note.id(), note.by() == null ? "" : note.by(), note.text().strip());
        return whole(order);
    }

    /** As the shopper would ask for it, with the shop's reason; the automation undoes what was done. */
    @PostMapping("/cancellation")
    Whole cancel(@PathVariable UUID id) {
        return switch (progress.cancel(id, "SHOP")) {
            case DONE -> whole(orders.find(id).orElseThrow());
            case TOO_LATE ->
                throw new ShopProblem(
                        HttpStatus.CONFLICT, "too-late", "The parcel is sealed, so this order can’t be cancelled.");
            case UNKNOWN -> throw ShopProblem.notFound("order");
        };
    }

    /** Gives money back; the automation pays it out and writes to the shopper. */
    @PostMapping("/refunds")
    Whole refund(@PathVariable UUID id, @RequestBody Refund refund) {
        Order order = orders.find(id).orElseThrow(() -> ShopProblem.notFound("order"));
        if (refund.id() == null) {
            throw ShopProblem.needed("id");
        }
        if (refund.amount() == null) {
            throw ShopProblem.needed("amount");
        }
        return switch (returning.giveBack(id, refund.id(), refund.amount())) {
            case AskReturn.Answer.Taken ignored -> whole(order);
            case AskReturn.Answer.Refused refused ->
                throw new ShopProblem(HttpStatus.CONFLICT, "not-refundable", refused.why());
        };
    }

    private Whole whole(Order order) {
        return new Whole(
                OrderRecord.of(order, settings.publicUrl(order.path())),
                order.cancellable(),
                AskReturn.open(order) ? returning.payable(order) : 0,
                orders.history(order.id()),
                notes.of(order.id()),
                returns.of(order.id()),
                conversations.requests(order.id()));
    }
}
