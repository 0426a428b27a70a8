package io.tillflow.storefront.web;

import io.tillflow.storefront.ShopSettings;
import io.tillflow.storefront.accounts.Account;
import io.tillflow.storefront.accounts.AccountCart;
import io.tillflow.storefront.wishes.Wishes;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What a browser gets when somebody signs in or out: a session of its own, the account's cart, the way back. */
@Component
class AccountEntry {
    /** Addresses of this shop only: whoever signs in must not be sent elsewhere. */
    private static final Pattern LOCAL = Pattern.compile("/(?:[A-Za-z0-9_.~%-][A-Za-z0-9_.~%/?=&+-]*)?");

    private final Visitor visitor;
    private final AccountCart carts;
    private final Wishes wishes;
    private final WishCookie wishCookie;
    private final ShopSettings settings;

    AccountEntry(Visitor visitor, AccountCart carts, Wishes wishes, WishCookie wishCookie, ShopSettings settings) {
        this.visitor = visitor;
        this.carts = carts;
        this.wishes = wishes;
        this.wishCookie = wishCookie;
        this.settings = settings;
    }

    ResponseEntity<Void> in(HttpServletRequest request, String token, Account account, String next) {
        UUID cart = carts.of(account.id(), CartCookie.read(request));
        return to(next).header(
                        HttpHeaders.SET_COOKIE,
                        visitor.session(token),
                        visitor.noPending(),
                        CartCookie.of(cart, settings.secure()).toString(),
                        wishCookie.cookie(wishes.ofAccount(account.id(), wishCookie.read(request))))
                .build();
    }

    /** The next one at this computer sees neither cart nor orders. */
    ResponseEntity<Void> out(String next) {
        return to(next).header(
                        HttpHeaders.SET_COOKIE,
                        visitor.noSession(),
                        visitor.gone("cart"),
                        visitor.gone("orders"),
                        visitor.gone(WishCookie.NAME))
                .build();
    }

    static String local(String next) {
        return LOCAL.matcher(next).matches() ? next : "/account";
    }

    static ResponseEntity.BodyBuilder to(String next) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(local(next)))
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
