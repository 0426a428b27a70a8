package io.tillflow.storefront.web;

import io.tillflow.storefront.cart.Carts;
import io.tillflow.storefront.catalogue.Shelf;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Puts the shell together. */
@Component
class Shells {
    private final Shelf shelf;
    private final Carts carts;
    private final Assets assets;

    Shells(Shelf shelf, Carts carts, Assets assets) {
        this.shelf = shelf;
        this.carts = carts;
        this.assets = assets;
    }

    Shell of(HttpServletRequest request, String title) {
        int count = CartCookie.read(request).map(this::count).orElse(0);
        return new Shell(title, shelf.categories(), count, null, "", true, assets);
    }

    /** The shelves can be looked at while the database is away; then the number on the bag is missing. */
    private int count(java.util.UUID cart) {
        try {
            return carts.count(cart);
        } catch (DataAccessException away) {
            return 0;
        }
    }
}
