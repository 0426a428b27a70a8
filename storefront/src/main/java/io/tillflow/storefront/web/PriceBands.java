package io.tillflow.storefront.web;

import static io.tillflow.storefront.language.Texts.say;

import io.tillflow.storefront.catalogue.Product;
import io.tillflow.storefront.money.Currencies;
import io.tillflow.storefront.money.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** From where to where prices are taken together, in round figures of the currency of the request. */
@Component
class PriceBands {
    /** Named by the shop's own currency, so that a filter means the same in each. */
    private static final List<String> NAMES = List.of("0-25", "25-50", "50-100", "100-");

    private static final List<Long> BOUNDS = List.of(25_00L, 50_00L, 100_00L);

    private final Currencies currencies;

    PriceBands(Currencies currencies) {
        this.currencies = currencies;
    }

    String of(Product product) {
        List<Long> bounds = bounds();
        int band = (int) bounds.stream().filter(it -> product.priceFrom() >= it).count();
        return NAMES.get(band);
    }

    Map<String, String> labels() {
        List<String> bounds = bounds().stream().map(Money::brief).toList();
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put(NAMES.getFirst(), say("shop.band.under", bounds.getFirst()));
        for (int band = 1; band < bounds.size(); band++) {
            labels.put(NAMES.get(band), say("shop.band.between", bounds.get(band - 1), bounds.get(band)));
        }
        labels.put(NAMES.getLast(), say("shop.band.over", bounds.getLast()));
        return labels;
    }

    private List<Long> bounds() {
        return Money.currency().equals(Money.BASE)
                ? BOUNDS
                : BOUNDS.stream().map(currencies::of).map(PriceBands::round).toList();
    }

    /** One digit, and a second that is 5 at most: 28,750 becomes 30,000, and 14,400 becomes 15,000. */
    private static long round(long amount) {
        return BigDecimal.valueOf(amount)
                .multiply(BigDecimal.TWO)
                .round(new MathContext(1, RoundingMode.HALF_UP))
                .divide(BigDecimal.TWO, 0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
