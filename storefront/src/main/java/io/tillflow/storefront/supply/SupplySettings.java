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
 */
@ConfigurationProperties("shop.supply")
public record SupplySettings(
        @DefaultValue("5") int lowAt,
        @DefaultValue("30") int upTo,
        @DefaultValue("1") int pack,
        @DefaultValue("1h") Duration quiet) {
    public SupplySettings {
        if (lowAt < 0 || upTo <= lowAt || pack < 1) {
            throw new IllegalArgumentException(
                    "shop.supply needs 0 <= low-at < up-to and a pack of at least 1, but says %d, %d and %d"
                            .formatted(lowAt, upTo, pack));
        }
    }
}
