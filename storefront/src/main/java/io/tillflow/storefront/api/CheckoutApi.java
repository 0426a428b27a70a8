package io.tillflow.storefront.api;

import io.tillflow.storefront.ShopSettings;
import io.tillflow.storefront.accounts.Account;
import io.tillflow.storefront.cart.Carts;
import io.tillflow.storefront.checkout.Checkout;
import io.tillflow.storefront.checkout.Checkouts;
import io.tillflow.storefront.checkout.DetailsForm;
import io.tillflow.storefront.checkout.FieldProblem;
import io.tillflow.storefront.checkout.PlaceOrder;
import io.tillflow.storefront.checkout.Quote;
import io.tillflow.storefront.checkout.SaveDetails;
import io.tillflow.storefront.checkout.StartCheckout;
import io.tillflow.storefront.money.Money;
import io.tillflow.storefront.orders.Order;
import io.tillflow.storefront.stock.Need;
import io.tillflow.storefront.terms.Channel;
import io.tillflow.storefront.terms.Totals;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** From a cart to an order. */
@RestController
@RequestMapping("/api/v1/checkouts")
class CheckoutApi {
    private final Carts carts;
    private final Checkouts checkouts;
    private final StartCheckout startCheckout;
    private final SaveDetails saveDetails;
    private final PlaceOrder placeOrder;
    private final Quote quote;
    private final ShopSettings settings;
    private final Shopper shopper;

    CheckoutApi(
            Carts carts,
            Checkouts checkouts,
            StartCheckout startCheckout,
            SaveDetails saveDetails,
            PlaceOrder placeOrder,
            Quote quote,
            ShopSettings settings,
            Shopper shopper) {
        this.carts = carts;
        this.checkouts = checkouts;
        this.startCheckout = startCheckout;
        this.saveDetails = saveDetails;
        this.placeOrder = placeOrder;
        this.quote = quote;
        this.settings = settings;
        this.shopper = shopper;
    }

    record Start(@Nullable UUID cartId) {}

    record CheckoutView(
            UUID id,
            UUID cartId,
            Checkout.State state,
            String channel,
            Instant expiresAt,
            String currency,
            List<Checkout.Line> lines,
            Totals totals,
            @Nullable DetailsForm details) {}

    record Placed(
            UUID orderId,
            String number,
            String token,
            String url,
            @Nullable String paymentUrl) {}

    @PostMapping
    @TokenOptional
    ResponseEntity<CheckoutView> start(
            HttpServletRequest request,
            @RequestBody Start start,
            @RequestHeader(name = "X-Tillflow-Channel", required = false) @Nullable String channel) {
        UUID cartId = start.cartId();
        if (cartId == null
                || !carts.isOpenTo(
                        cartId, shopper.known(request).map(Account::id).orElse(null))) {
            throw invalid(List.of(new FieldProblem("cartId", "There is no such cart.")));
        }
        return switch (startCheckout.start(cartId, Channel.said(channel))) {
            case StartCheckout.Result.Started started ->
                ResponseEntity.created(URI.create(
                                "/api/v1/checkouts/" + started.checkout().id()))
                        .body(view(started.checkout()));
            case StartCheckout.Result.EmptyCart empty ->
                throw new ShopProblem(HttpStatus.CONFLICT, "empty-cart", "The cart is empty.");
            case StartCheckout.Result.TooFew missing -> throw tooFew(missing.missing());
            case StartCheckout.Result.Unpriced unpriced ->
                throw new ShopProblem(
                                HttpStatus.CONFLICT,
                                "unpriced",
                                "Some of it cannot be had in " + Money.currency() + ".")
                        .with("skus", unpriced.skus());
        };
    }

    static ShopProblem tooFew(List<Need> missing) {
        return new ShopProblem(HttpStatus.CONFLICT, "stock-short", "There are not that many left.")
                .with("missing", missing);
    }

    @GetMapping("/{id}")
    CheckoutView checkout(@PathVariable UUID id) {
        return checkouts.find(id).map(this::view).orElseThrow(() -> ShopProblem.notFound("checkout"));
    }

    @PutMapping("/{id}")
    CheckoutView save(@PathVariable UUID id, @RequestBody DetailsForm form) {
        return switch (saveDetails.save(id, form)) {
            case SaveDetails.Result.Saved saved -> view(saved.checkout());
            case SaveDetails.Result.Invalid invalid -> throw invalid(invalid.problems());
            case SaveDetails.Result.Closed closed -> throw closed(closed.checkout());
            case SaveDetails.Result.Unknown unknown -> throw ShopProblem.notFound("checkout");
        };
    }

    @PostMapping("/{id}/order")
    ResponseEntity<Placed> place(@PathVariable UUID id) {
        return switch (placeOrder.place(id)) {
            case PlaceOrder.Result.Placed placed ->
                ResponseEntity.created(
                                URI.create("/api/v1/orders/" + placed.order().id()))
                        .body(view(placed.order()));
            case PlaceOrder.Result.Incomplete incomplete ->
                throw invalid(List.of(new FieldProblem("contact.email", "Say who orders and where it goes first.")));
            case PlaceOrder.Result.HoldExpired expired -> throw expired();
            case PlaceOrder.Result.Unknown unknown -> throw ShopProblem.notFound("checkout");
        };
    }

    private static ShopProblem closed(Checkout checkout) {
        boolean placed = checkout.state() == Checkout.State.PLACED || checkout.state() == Checkout.State.PLACING;
        return placed
                ? new ShopProblem(HttpStatus.CONFLICT, "already-placed", "This checkout has become an order.")
                : expired();
    }

    private static ShopProblem expired() {
        return new ShopProblem(
                HttpStatus.CONFLICT, "hold-expired", "The time was up and the things are back on the shelf.");
    }

    private static ShopProblem invalid(List<FieldProblem> problems) {
        return new ShopProblem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", "Some fields need another look.")
                .with("errors", problems.stream().map(FieldError::of).toList());
    }

    private CheckoutView view(Checkout c) {
        return new CheckoutView(
                c.id(),
                c.cartId(),
                c.state(),
                c.channel().code(),
                c.expiresAt(),
                c.currency(),
                c.lines(),
                quote.of(c),
                c.details() == null ? null : DetailsForm.of(c.details()));
    }

    private Placed view(Order order) {
        return new Placed(
                order.id(), order.number(), order.token(), settings.publicUrl(order.path()), order.paymentUrl());
    }
}
