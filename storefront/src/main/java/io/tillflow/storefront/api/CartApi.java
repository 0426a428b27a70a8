package io.tillflow.storefront.api;

import io.tillflow.storefront.accounts.Account;
import io.tillflow.storefront.cart.CartLine;
import io.tillflow.storefront.cart.Carts;
import io.tillflow.storefront.catalogue.Item;
import io.tillflow.storefront.catalogue.Shelf;
import io.tillflow.storefront.checkout.Checkout;
import io.tillflow.storefront.checkout.Quote;
import io.tillflow.storefront.money.Money;
import io.tillflow.storefront.promotions.GrantPromotions;
import io.tillflow.storefront.promotions.Granted;
import io.tillflow.storefront.promotions.Promotion;
import io.tillflow.storefront.promotions.Promotions;
import io.tillflow.storefront.promotions.Refusal;
import io.tillflow.storefront.terms.Discount;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What somebody put aside. The id of a guest's cart is its key; an account's is open to who is signed in to it alone. */
@RestController
@RequestMapping("/api/v1/carts")
class CartApi {
    private final Carts carts;
    private final Shelf shelf;
    private final Promotions promotions;
    private final GrantPromotions grant;
    private final Quote quote;
    private final Answered answered;
    private final Shopper shopper;

    CartApi(
            Carts carts,
            Shelf shelf,
            Promotions promotions,
            GrantPromotions grant,
            Quote quote,
            Answered answered,
            Shopper shopper) {
        this.carts = carts;
        this.shelf = shelf;
        this.promotions = promotions;
        this.grant = grant;
        this.quote = quote;
        this.answered = answered;
        this.shopper = shopper;
    }

    record LineView(String sku, String name, String variant, int quantity, long unitPrice, long total, int available) {}

    record CartView(
            UUID id,
            String currency,
            List<LineView> lines,
            List<Discount> discounts,
            List<Refusal> refusals,
            long total) {}

    record Wanted(@Nullable Integer quantity) {}

    @PostMapping
    ResponseEntity<CartView> create(@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        UUID id = answered.once("carts", key, UUID.class, carts::create);
        return ResponseEntity.created(URI.create("/api/v1/carts/" + id)).body(view(id));
    }

    @GetMapping("/{id}")
    @TokenOptional
    CartView cart(HttpServletRequest request, @PathVariable UUID id) {
        requireCart(request, id);
        return view(id);
    }

    @PutMapping("/{id}/lines/{sku}")
    @TokenOptional
    CartView put(
            HttpServletRequest request, @PathVariable UUID id, @PathVariable String sku, @RequestBody Wanted wanted) {
        requireCart(request, id);
        Item item = shelf.item(sku).orElseThrow(() -> ShopProblem.notFound("variant"));
        Integer quantity = wanted.quantity();
        if (quantity == null || quantity < 0 || quantity > Carts.MOST) {
            throw new ShopProblem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", "Some fields need another look.")
                    .with("errors", List.of(new FieldError("quantity", "A number from 0 to " + Carts.MOST + ".")));
        }
        carts.put(id, sku, quantity, item.variant().price());
        return view(id);
    }

    /** Keeps a code; whether it is granted now, and why not, is in the answer. */
    @PutMapping("/{id}/codes/{code}")
    @TokenOptional
    CartView addCode(HttpServletRequest request, @PathVariable UUID id, @PathVariable String code) {
        requireCart(request, id);
        Promotion known = promotions.byCode(code).orElseThrow(() -> ShopProblem.notFound("code"));
        carts.addCode(id, String.valueOf(known.code()));
        return view(id);
    }

    @DeleteMapping("/{id}/codes/{code}")
    @TokenOptional
    CartView removeCode(HttpServletRequest request, @PathVariable UUID id, @PathVariable String code) {
        requireCart(request, id);
        carts.removeCode(id, code);
        return view(id);
    }

    private void requireCart(HttpServletRequest request, UUID id) {
        if (!carts.isOpenTo(id, shopper.known(request).map(Account::id).orElse(null))) {
            throw ShopProblem.notFound("cart");
        }
    }

    /** What cannot be had in the currency of the request stays in the cart and is not shown. */
    private CartView view(UUID id) {
        List<LineView> lines = carts.lines(id).stream()
                .flatMap(line -> shelf.item(line.sku()).map(item -> view(line, item)).stream())
                .toList();
        List<Checkout.Line> priced = lines.stream()
                .map(l -> new Checkout.Line(l.sku(), l.quantity(), l.unitPrice()))
                .toList();
        Granted granted = grant.preview(quote.basket(priced), carts.codes(id), id);
        long total = lines.stream().mapToLong(LineView::total).sum()
                - granted.discounts().stream().mapToLong(Discount::amount).sum();
        return new CartView(id, Money.currency(), lines, granted.discounts(), granted.refusals(), total);
    }

    private LineView view(CartLine line, Item item) {
        long price = item.variant().price();
        return new LineView(
                line.sku(),
                item.name(),
                item.variant().label(),
                line.quantity(),
                price,
                price * line.quantity(),
                shelf.available(line.sku()));
    }
}
