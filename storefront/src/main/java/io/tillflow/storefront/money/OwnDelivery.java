package io.tillflow.storefront.money;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What delivery costs in a further currency where merchants set it themselves, in its minor units; what is not set follows the rate.
 *
 * @param prices of standard delivery, by the code of the country
 */
public record OwnDelivery(
        @Nullable Long freeFrom,
        @Nullable Long expressSurcharge,
        @Nullable Map<String, Long> prices) {
    static final OwnDelivery NONE = new OwnDelivery(null, null, Map.of());
    private static final long MOST = 100_000_000;

    public OwnDelivery {
        prices = prices == null ? Map.of() : Map.copyOf(prices);
        if (Stream.concat(Stream.of(freeFrom, expressSurcharge), prices.values().stream())
                .filter(Objects::nonNull)
                .anyMatch(amount -> amount < 0 || amount > MOST)) {
            throw new IllegalArgumentException("Delivery costs 0.00 to 1,000,000.00 in a further currency.");
        }
    }

    /** Null where it follows the rate. */
    public @Nullable Long price(String country) {
        return prices == null ? null : prices.get(country);
    }
}
