package io.tillflow.storefront.cart;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which left carts the automation is told of.
 *
 * @param after when a cart that nobody touched counts as left
 * @param bought how long after it was told of a cart an order counts as bought from it
 */
@ConfigurationProperties("shop.left-carts")
public record LeftCartSettings(
        @DefaultValue("4h") Duration after,
        @DefaultValue("9d") Duration bought) {}
