package io.tillflow.storefront.supply;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What holds for an article that nobody said anything else of.
 *
 * @param lowAt it is low from so many free ones down
 * @param upTo so many the shop wants at most
 * @param quiet for so long nobody is told again of what is still low
 * @param overdue so long after the day it was expected on, or after the last news of it, nobody counts on a purchase, nor on
 *     a transfer so long after it was sent
 */
@ConfigurationProperties("shop.supply")
public record SupplySettings(
        @DefaultValue("5") int lowAt,
        @DefaultValue("30") int upTo,
        @DefaultValue("1") int pack,
        @DefaultValue("1h") Duration quiet,
        @DefaultValue("60d") Duration overdue) {
    public SupplySettings {
        if (lowAt < 0 || upTo <= lowAt || pack < 1) {
            throw new IllegalArgumentException(
                    "shop.supply needs 0 <= low-at < up-to and a pack of at least 1, but says %d, %d and %d"
                            .formatted(lowAt, upTo, pack));
        }
        if (overdue.toDays() < 1) {
            throw new IllegalArgumentException("shop.supply.overdue must be at least 1d, was " + overdue);
        }
    }
}
