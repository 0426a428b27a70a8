package io.tillflow.storefront.accounts;

import io.tillflow.storefront.cart.Carts;
import io.tillflow.storefront.checkout.MoveCheckouts;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** An account has one cart, the same in every browser. */
@Service
public class AccountCart {
    private final Carts carts;
    private final MoveCheckouts checkouts;

    AccountCart(Carts carts, MoveCheckouts checkouts) {
        this.carts = carts;
        this.checkouts = checkouts;
    }

    /**
     * What was put aside as a guest joins what the account had; a checkout under way goes along. Another account's cart
     * stays where it is.
     */
    @Transactional
    public UUID of(UUID account, Optional<UUID> guests) {
        UUID own = carts.ofAccount(account);
        guests.filter(guest -> !guest.equals(own)).filter(carts::lockGuests).ifPresent(guest -> {
            checkouts.move(guest, own);
            carts.pour(guest, own);
        });
        return own;
    }
}
