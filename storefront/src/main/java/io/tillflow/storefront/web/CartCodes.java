package io.tillflow.storefront.web;

import static io.tillflow.storefront.language.Texts.say;

import io.tillflow.storefront.cart.Carts;
import io.tillflow.storefront.promotions.Promotion;
import io.tillflow.storefront.promotions.Promotions;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Codes of a cart. */
@Controller
class CartCodes {
    private final Carts carts;
    private final Promotions promotions;
    private final CartPage cartPage;

    CartCodes(Carts carts, Promotions promotions, CartPage cartPage) {
        this.carts = carts;
        this.promotions = promotions;
        this.cartPage = cartPage;
    }

    /** A code nobody gave out is said to be none and not kept; one that does not fit yet is kept and says why. */
    @PostMapping("/cart/codes")
    ResponseEntity<?> add(HttpServletRequest request, @RequestParam(defaultValue = "") String code) {
        Optional<UUID> cart = CartCookie.read(request).filter(carts::exists);
        Optional<String> known = promotions.byCode(code).map(Promotion::code);
        if (cart.isPresent() && known.isEmpty()) {
            String shown = code.strip().substring(0, Math.min(40, code.strip().length()));
            return cartPage.page(request, HttpStatus.UNPROCESSABLE_CONTENT, say("cart.noCode", shown));
        }
        known.ifPresent(found -> cart.ifPresent(id -> carts.addCode(id, found)));
        return back();
    }

    @PostMapping("/cart/codes/removal")
    ResponseEntity<?> remove(HttpServletRequest request, @RequestParam(defaultValue = "") String code) {
        CartCookie.read(request).ifPresent(id -> carts.removeCode(id, code));
        return back();
    }

    private static ResponseEntity<Void> back() {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/cart"))
                .build();
    }
}
