package io.tillflow.storefront.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.tillflow.storefront.ShopSettings;
import io.tillflow.storefront.orders.DearerChanges;
import io.tillflow.storefront.orders.Order;
import io.tillflow.storefront.orders.OrderNotes;
import io.tillflow.storefront.orders.OrderProgress;
import io.tillflow.storefront.orders.OrderProgress.Told;
import io.tillflow.storefront.orders.OrderState;
import io.tillflow.storefront.orders.OrderStock;
import io.tillflow.storefront.orders.Orders;
import io.tillflow.storefront.orders.Parcel;
import io.tillflow.storefront.stock.Shares;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the automation does with an order. Every call may be repeated, with or without an Idempotency-Key: each says how
 * the order shall be, so that saying it again changes nothing; only a note needs the key.
 */
@RestController
@RequestMapping("/api/v1/service/orders/{id}")
class ServiceApi {
    private static final String ID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    private final Orders orders;
    private final OrderStock stock;
    private final OrderProgress progress;
    private final OrderNotes notes;
    private final Shares shares;
    private final DearerChanges changes;
    private final ShopSettings settings;

    ServiceApi(
            Orders orders,
            OrderStock stock,
            OrderProgress progress,
            OrderNotes notes,
            Shares shares,
            DearerChanges changes,
            ShopSettings settings) {
        this.orders = orders;
        this.stock = stock;
        this.progress = progress;
        this.notes = notes;
        this.shares = shares;
        this.changes = changes;
        this.settings = settings;
    }

    record Allocated(boolean allocated) {}

    record Locked(boolean locked) {}

    /** @param raised whether it was paid anew for more than it was placed for: then an older amount is not its limit */
    record Facts(@JsonUnwrapped OrderRecord order, boolean raised) {}

    record State(
            @Nullable OrderState state,
            @Nullable String reason,
            @Nullable String carrier,
            @Nullable String trackingNumber,
            @Nullable String trackingUrl) {}

    record Note(@Nullable String text) {}

    /** @param former the payment that it follows, as far as the process knows */
    record NewPayment(
            @Nullable String paymentId,
            @Nullable String url,
            @Nullable String former) {}

    /** @param parcel the return whose exchange is to leave: it is fetched where that lies */
    @GetMapping
    Facts order(@PathVariable UUID id, @RequestParam @Nullable String parcel) {
        Order order = orders.find(id).orElseThrow(() -> ShopProblem.notFound("order"));
        UUID leaving = setAside(parcel) ? UUID.fromString(String.valueOf(parcel)) : id;
        return new Facts(record(order, leaving), changes.raised(id));
    }

    private boolean setAside(@Nullable String parcel) {
        return parcel != null
                && parcel.matches(ID)
                && !shares.of(UUID.fromString(parcel)).isEmpty();
    }

    @PostMapping("/allocation")
    Allocated allocate(@PathVariable UUID id) {
        return switch (stock.allocate(id)) {
            case OrderStock.Allocation.Allocated allocated -> new Allocated(true);
            case OrderStock.Allocation.TooFew missing -> throw CheckoutApi.tooFew(missing.missing());
            case OrderStock.Allocation.GivenUp givenUp -> throw cancelled();
            case OrderStock.Allocation.Unknown unknown -> throw ShopProblem.notFound("order");
        };
    }

    @DeleteMapping("/allocation")
    Allocated release(@PathVariable UUID id) {
        if (!stock.release(id)) {
            throw ShopProblem.notFound("order");
        }
        return new Allocated(false);
    }

    @PostMapping("/shipping-lock")
    Locked lockShipping(@PathVariable UUID id) {
        return switch (progress.lockShipping(id)) {
            case DONE -> new Locked(true);
            case TOO_LATE -> throw cancelled();
            case UNKNOWN -> throw ShopProblem.notFound("order");
        };
    }

    @PutMapping("/state")
    OrderRecord tell(@PathVariable UUID id, @RequestBody State state) {
        if (state.state() == null) {
            throw ShopProblem.needed("state");
        }
        Parcel parcel = new Parcel(state.carrier(), state.trackingNumber(), WebLink.orNull(state.trackingUrl()));
        Order now = progress.tell(id, new Told(state.state(), state.reason(), parcel))
                .orElseThrow(() -> ShopProblem.notFound("order"));
        if (state.state() == OrderState.CANCELLED
                && now.state().away()
                && !now.state().finished()) {
            throw new ShopProblem(HttpStatus.CONFLICT, "too-late", "Its parcel has left, so it cannot be called off.");
        }
        return record(now);
    }

    /** A note of the automation; repeated with its key it is the same note. */
    @PostMapping("/notes")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void note(
            @PathVariable UUID id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody Note note) {
        Order order = orders.find(id).orElseThrow(() -> ShopProblem.notFound("order"));
        String text = OrderAdminApi.noteText(note.text());
        if (key == null || key.isBlank()) {
            throw new ShopProblem(HttpStatus.BAD_REQUEST, "key-needed", "A note needs an Idempotency-Key.");
        }
        notes.write(
                order.id(),
                UUID.nameUUIDFromBytes(("note:" + key).getBytes(StandardCharsets.UTF_8)),
                "Automation",
                text);
    }

    @PutMapping("/payment")
    OrderRecord newPayment(@PathVariable UUID id, @RequestBody NewPayment payment) {
        if (payment.paymentId() == null || payment.paymentId().isBlank()) {
            throw ShopProblem.needed("paymentId");
        }
        String url = WebLink.orNull(payment.url());
        if (url == null) {
            throw ShopProblem.needed("url");
        }
        try {
            return progress.newPayment(id, payment.paymentId(), url, payment.former())
                    .map(this::record)
                    .orElseThrow(() -> ShopProblem.notFound("order"));
        } catch (OrderProgress.OtherPayment other) {
            throw new ShopProblem(HttpStatus.CONFLICT, "other-payment", String.valueOf(other.getMessage()));
        }
    }

    private OrderRecord record(Order order) {
        return record(order, order.id());
    }

    private OrderRecord record(Order order, UUID parcel) {
        return OrderRecord.of(
                order,
                settings.publicUrl(order.ownPath()),
                shares.origin(parcel).orElse(null));
    }

    private static ShopProblem cancelled() {
        return new ShopProblem(HttpStatus.CONFLICT, "order-cancelled", "The shopper has cancelled this order.");
    }
}
