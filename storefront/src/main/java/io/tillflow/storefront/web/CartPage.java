package io.tillflow.storefront.web;

import static io.tillflow.storefront.language.Texts.say;

import io.tillflow.storefront.ShopSettings;
import io.tillflow.storefront.cart.CartLine;
import io.tillflow.storefront.cart.Carts;
import io.tillflow.storefront.catalogue.Item;
import io.tillflow.storefront.catalogue.Shelf;
import io.tillflow.storefront.checkout.Checkout;
import io.tillflow.storefront.checkout.Checkouts;
import io.tillflow.storefront.checkout.Quote;
import io.tillflow.storefront.events.EventKind;
import io.tillflow.storefront.events.EventLog;
import io.tillflow.storefront.money.Money;
import io.tillflow.storefront.promotions.GrantPromotions;
import io.tillflow.storefront.promotions.Granted;
import io.tillflow.storefront.terms.Delivery;
import io.tillflow.storefront.terms.DeliveryDay;
import io.tillflow.storefront.terms.Terms;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a shopper put aside. */
@Controller
class CartPage {
    private final Carts carts;
    private final MyCart myCart;
    private final Footprints footprints;
    private final Shelf shelf;
    private final Checkouts checkouts;
    private final Quote quote;
    private final GrantPromotions promotions;
    private final Companions companions;
    private final PersonalRows rows;
    private final DeliveryDay deliveryDay;
    private final Shells shells;
    private final Words words;
    private final Terms terms;
    private final ShopSettings settings;
    private final Templates templates;

    CartPage(
            Carts carts,
            MyCart myCart,
            Footprints footprints,
            Shelf shelf,
            Checkouts checkouts,
            Quote quote,
            GrantPromotions promotions,
            Companions companions,
            PersonalRows rows,
            DeliveryDay deliveryDay,
            Shells shells,
            Words words,
            Terms terms,
            ShopSettings settings,
            Templates templates) {
        this.carts = carts;
        this.myCart = myCart;
        this.footprints = footprints;
        this.shelf = shelf;
        this.checkouts = checkouts;
        this.quote = quote;
        this.promotions = promotions;
        this.companions = companions;
        this.rows = rows;
        this.deliveryDay = deliveryDay;
        this.shells = shells;
        this.words = words;
        this.terms = terms;
        this.settings = settings;
        this.templates = templates;
    }

    @GetMapping("/cart")
    ResponseEntity<byte[]> cart(HttpServletRequest request) {
        return page(request, HttpStatus.OK, null);
    }

    ResponseEntity<byte[]> page(HttpServletRequest request, HttpStatus status, @Nullable String notice) {
        Optional<UUID> id = CartCookie.read(request);
        List<CartLine> kept = id.map(carts::lines).orElse(List.of());
        List<LineView> lines = kept.stream()
                .flatMap(line -> shelf.item(line.sku()).map(item -> line(line, item)).stream())
                .toList();
        Optional<Checkout> hold = id.flatMap(checkouts::openFor);
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("shell", shells.of(request, say("cart.title")).docked());
        values.put("lines", lines);
        values.put("notice", notice == null && lines.size() < kept.size() ? unpriced(kept) : notice);
        values.put("hold", hold.orElse(null));
        values.put("holdSeconds", settings.holdFor().toSeconds());
        values.put("words", words);
        values.put("terms", terms.now());
        values.put("comes", deliveryDay.usual(terms.now()));
        List<Checkout.Line> priced = lines.stream().map(LineView::priced).toList();
        List<String> codes = id.map(carts::codes).orElse(List.of());
        Granted granted = promotions.preview(quote.basket(priced), codes, id.orElse(null));
        values.put(
                "completing",
                companions.completing(
                        lines.stream().map(line -> line.item().product().slug()).toList()));
        values.put(
                "again",
                rows.again(
                        request, lines.stream().map(line -> line.item().sku()).toList()));
        values.put("codes", codes);
        values.put("refusals", granted.refusals());
        values.put("totals", quote.of(priced, terms.now().home(), Delivery.STANDARD, granted.discounts()));
        return templates.page(status, "cart", values);
    }

    /** They stay in the cart: in the shop's own currency they can be had. */
    private String unpriced(List<CartLine> kept) {
        String which = kept.stream()
                .map(CartLine::sku)
                .filter(sku -> shelf.item(sku).isEmpty())
                .map(sku -> Money.in(Money.BASE, () -> shelf.item(sku))
                        .map(Item::name)
                        .orElse(sku))
                .collect(Collectors.joining(", "));
        return say("cart.unpriced", which, Money.currency());
    }

    private LineView line(CartLine line, Item item) {
        return new LineView(
                item,
                line.quantity(),
                item.variant().price(),
                line.currency().equals(Money.currency()) ? line.addedPrice() : null,
                shelf.available(line.sku()));
    }

    @PostMapping("/cart/lines")
    ResponseEntity<Void> add(
            HttpServletRequest request, @RequestParam String sku, @RequestParam(defaultValue = "1") String quantity) {
        Item item = shelf.item(sku).orElseThrow(NotHere::new);
        UUID cart = myCart.open(request);
        carts.add(
                cart,
                sku,
                Math.clamp(number(quantity), 1, Carts.MOST),
                item.variant().price());
        footprints.note(request, EventKind.CART_CHANGE, item.product().slug(), EventLog.data("by", number(quantity)));
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/cart"))
                .header(HttpHeaders.SET_COOKIE, myCart.cookie(cart))
                .build();
    }

    @PostMapping("/cart/lines/{sku}")
    ResponseEntity<Void> change(
            HttpServletRequest request, @PathVariable String sku, @RequestParam(defaultValue = "1") String quantity) {
        Item item = shelf.item(sku).orElseThrow(NotHere::new);
        CartCookie.read(request)
                .filter(carts::exists)
                .ifPresent(cart ->
                        carts.put(cart, sku, number(quantity), item.variant().price()));
        footprints.note(request, EventKind.CART_CHANGE, item.product().slug(), EventLog.data("to", number(quantity)));
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/cart"))
                .build();
    }

    private static int number(String typed) {
        try {
            return Integer.parseInt(typed.strip());
        } catch (NumberFormatException e) {
            return 1;
        }
    }
}
