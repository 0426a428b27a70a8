package io.tillflow.storefront.web;

import io.tillflow.storefront.catalogue.Product;
import io.tillflow.storefront.catalogue.Variant;
import io.tillflow.storefront.money.Money;
import io.tillflow.storefront.prices.PriceTag;
import io.tillflow.storefront.prices.PriceTags;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says prices with what the last month did to them, from memory. */
@Component
class PriceViews {
    private final PriceTags tags;
    private final Clock clock;

    PriceViews(PriceTags tags, Clock clock) {
        this.tags = tags;
        this.clock = clock;
    }

    PriceView of(Variant variant) {
        return PriceView.of(variant.price(), tags.of(variant.sku()), clock.instant());
    }

    /** The struck figure of a card; only where one price stands for all variants. */
    @Nullable
    String was(Product product) {
        Optional<PriceTag> tag = product.severalPrices()
                ? Optional.empty()
                : tags.of(product.first().sku());
        return tag.filter(PriceTag::reduced)
                .map(t -> Money.text(t.lowestBefore()))
                .orElse(null);
    }
}
