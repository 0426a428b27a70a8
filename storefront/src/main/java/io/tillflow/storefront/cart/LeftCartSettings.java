package io.tillflow.storefront.cart;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which left carts the automation is told of.
 *
 * @param after when a cart that nobody touched counts as left
 * @param heldOut the part of all accounts, 0 to 1, that no letter goes to, so that others can be compared with them
 * @param bought how long after it was told of a cart an order counts as bought from it
 */
@ConfigurationProperties("shop.left-carts")
public record LeftCartSettings(
        @DefaultValue("4h") Duration after,
        @DefaultValue("0.1") double heldOut,
        @DefaultValue("9d") Duration bought) {
    public LeftCartSettings {
        if (!(heldOut >= 0 && heldOut < 1)) {
            throw new IllegalArgumentException(
                    "expected shop.left-carts.held-out to be a part from 0 to below 1, but it is " + heldOut);
        }
    }
}
