package io.tillflow.storefront.web;

import io.tillflow.storefront.cart.Carts;
import io.tillflow.storefront.catalogue.Item;
import io.tillflow.storefront.catalogue.Shelf;
import io.tillflow.storefront.events.EventKind;
import io.tillflow.storefront.events.EventLog;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Puts several things into the cart at once, one of each. */
@Controller
class CartSets {
    private static final int MOST = 6;

    private final Carts carts;
    private final Shelf shelf;
    private final MyCart myCart;
    private final Footprints footprints;

    CartSets(Carts carts, Shelf shelf, MyCart myCart, Footprints footprints) {
        this.carts = carts;
        this.shelf = shelf;
        this.myCart = myCart;
        this.footprints = footprints;
    }

    @PostMapping("/cart/sets")
    ResponseEntity<Void> add(HttpServletRequest request, @RequestParam(defaultValue = "") List<String> sku) {
        List<Item> items = sku.stream()
                .distinct()
                .limit(MOST)
                .map(shelf::item)
                .flatMap(Optional::stream)
                .toList();
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create("/cart"));
        if (items.isEmpty()) {
            return answer.build();
        }
        UUID cart = myCart.open(request);
        items.forEach(item -> {
            carts.add(cart, item.sku(), 1, item.variant().price());
            footprints.note(request, EventKind.CART_CHANGE, item.product().slug(), EventLog.data("by", 1));
        });
        return answer.header(HttpHeaders.SET_COOKIE, myCart.cookie(cart)).build();
    }
}
