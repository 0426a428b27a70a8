package io.tillflow.storefront.web;

import static io.tillflow.storefront.language.Texts.say;

import io.tillflow.storefront.catalogue.Shelf;
import io.tillflow.storefront.checkout.Checkout;
import io.tillflow.storefront.checkout.Checkouts;
import io.tillflow.storefront.checkout.DetailsForm;
import io.tillflow.storefront.checkout.FieldProblem;
import io.tillflow.storefront.checkout.PlaceOrder;
import io.tillflow.storefront.checkout.SaveDetails;
import io.tillflow.storefront.checkout.StartCheckout;
import io.tillflow.storefront.events.EventKind;
import io.tillflow.storefront.events.EventLog;
import io.tillflow.storefront.orders.Order;
import io.tillflow.storefront.stock.Need;
import io.tillflow.storefront.terms.Channel;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who, where to, how fast, then to the bank's page. */
@Controller
class CheckoutPage {
    private final Checkouts checkouts;
    private final StartCheckout startCheckout;
    private final SaveDetails saveDetails;
    private final PlaceOrder placeOrder;
    private final CheckoutView view;
    private final CartPage cartPage;
    private final Shelf shelf;
    private final OrderCookie orderCookie;
    private final KnownShopper known;
    private final Footprints footprints;
    private final Purchases bought;

    CheckoutPage(
            Checkouts checkouts,
            StartCheckout startCheckout,
            SaveDetails saveDetails,
            PlaceOrder placeOrder,
            CheckoutView view,
            CartPage cartPage,
            Shelf shelf,
            OrderCookie orderCookie,
            KnownShopper known,
            Footprints footprints,
            Purchases bought) {
        this.checkouts = checkouts;
        this.startCheckout = startCheckout;
        this.saveDetails = saveDetails;
        this.placeOrder = placeOrder;
        this.view = view;
        this.cartPage = cartPage;
        this.shelf = shelf;
        this.orderCookie = orderCookie;
        this.known = known;
        this.footprints = footprints;
        this.bought = bought;
    }

    @PostMapping("/checkout")
    ResponseEntity<?> start(HttpServletRequest request) {
        UUID cart = CartCookie.read(request).orElse(null);
        if (cart == null) {
            return seeOther("/cart");
        }
        return switch (startCheckout.start(cart, Channel.WEB)) {
            case StartCheckout.Result.Started started -> {
                footprints.note(request, EventKind.CHECKOUT_STEP, null, EventLog.data("step", "started"));
                yield seeOther("/checkout/" + started.checkout().id());
            }
            case StartCheckout.Result.EmptyCart empty -> seeOther("/cart");
            case StartCheckout.Result.TooFew few -> cartPage.page(request, HttpStatus.CONFLICT, sorry(few.missing()));
            case StartCheckout.Result.Unpriced unpriced -> cartPage.page(request, HttpStatus.CONFLICT, null);
        };
    }

    private String sorry(List<Need> missing) {
        return missing.stream()
                .map(n -> shelf.item(n.sku())
                        .map(item -> item.name() + " (" + item.variant().label() + ")")
                        .orElse(n.sku()))
                .collect(Collectors.collectingAndThen(Collectors.joining(", "), few -> say("cart.faster", few)));
    }

    @GetMapping("/checkout/{id}")
    ResponseEntity<?> checkout(
            HttpServletRequest request, @PathVariable UUID id, @RequestParam(required = false) @Nullable UUID address) {
        Checkout checkout = mine(request, id);
        if (checkout.state() == Checkout.State.PLACED) {
            return seeOther(checkout.orderPath());
        }
        if (view.expired(checkout)) {
            return view.expired(request, HttpStatus.OK);
        }
        DetailsForm form = known.form(request, checkout, address);
        return view.page(request, HttpStatus.OK, checkout, new CheckoutFields(form, List.of(), null));
    }

    /** The changed prices and days while a form is being filled in. */
    @PostMapping("/checkout/{id}/preview")
    ResponseEntity<byte[]> preview(
            HttpServletRequest request, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> typed) {
        return view.preview(mine(request, id), CheckoutFields.read(typed));
    }

    @PostMapping("/checkout/{id}")
    ResponseEntity<?> pay(
            HttpServletRequest request, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> typed) {
        Checkout checkout = mine(request, id);
        DetailsForm form = CheckoutFields.read(typed);
        return switch (saveDetails.save(id, form)) {
            case SaveDetails.Result.Saved saved -> {
                if (typed.containsKey("keep")) {
                    known.keep(request, saved.checkout());
                }
                String shown = typed.getFirst("shown");
                if (shown != null && !shown.equals(String.valueOf(view.total(saved.checkout())))) {
                    String notice = say("cart.sumChanged");
                    CheckoutFields fields = new CheckoutFields(form, List.of(), notice);
                    yield view.page(request, HttpStatus.OK, saved.checkout(), fields);
                }
                footprints.note(request, EventKind.CHECKOUT_STEP, null, EventLog.data("step", "details"));
                yield place(request, id);
            }
            case SaveDetails.Result.Invalid invalid ->
                view.page(
                        request,
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        checkout,
                        new CheckoutFields(form, invalid.problems(), summary(invalid.problems())));
            case SaveDetails.Result.Closed closed -> place(request, id);
            case SaveDetails.Result.Unknown unknown -> throw new NotHere();
        };
    }

    private static String summary(List<FieldProblem> problems) {
        return say("cart.anotherLook", problems.size());
    }

    private ResponseEntity<?> place(HttpServletRequest request, UUID id) {
        return switch (placeOrder.place(id)) {
            case PlaceOrder.Result.Placed placed -> {
                bought.note(request, placed.order());
                yield toPayment(request, placed.order());
            }
            case PlaceOrder.Result.HoldExpired expired -> view.expired(request, HttpStatus.CONFLICT);
            case PlaceOrder.Result.Incomplete incomplete -> seeOther("/checkout/" + id);
            case PlaceOrder.Result.Unknown unknown -> throw new NotHere();
        };
    }

    private ResponseEntity<Void> toPayment(HttpServletRequest request, Order order) {
        String next = order.payable() ? String.valueOf(order.paymentUrl()) : order.path();
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(next))
                .header(HttpHeaders.SET_COOKIE, orderCookie.with(request, order).toString())
                .build();
    }

    /** A checkout shows an address, so only the browser whose cart it came from may see it. */
    private Checkout mine(HttpServletRequest request, UUID id) {
        @Nullable UUID cart = CartCookie.read(request).orElse(null);
        return checkouts.find(id).filter(c -> c.cartId().equals(cart)).orElseThrow(NotHere::new);
    }

    private static ResponseEntity<Void> seeOther(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path))
                .build();
    }
}
