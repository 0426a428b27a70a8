package io.tillflow.storefront.web;

import io.tillflow.storefront.ShopSettings;
import io.tillflow.storefront.accounts.AccountCart;
import io.tillflow.storefront.cart.Carts;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The cart to put something into: the one this browser has, else the account's, else a new one. */
@Component
class MyCart {
    private final Carts carts;
    private final AccountCart accountCart;
    private final Visitor visitor;
    private final ShopSettings settings;

    MyCart(Carts carts, AccountCart accountCart, Visitor visitor, ShopSettings settings) {
        this.carts = carts;
        this.accountCart = accountCart;
        this.visitor = visitor;
        this.settings = settings;
    }

    UUID open(HttpServletRequest request) {
        return CartCookie.read(request)
                .filter(carts::exists)
                .orElseGet(() -> visitor.account(request)
                        .map(account -> accountCart.of(account.id(), Optional.empty()))
                        .orElseGet(carts::create));
    }

    String cookie(UUID cart) {
        return CartCookie.of(cart, settings.secure()).toString();
    }
}
