package io.tillflow.storefront.money;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What the shop sells in. */
public interface Currencies {
    /** Beside its own, those that are not offered any more among them. */
    List<OtherCurrency> others();

    /** Empty for the shop's own, and for one that it never sold in. */
    default Optional<OtherCurrency> other(String code) {
        return others().stream().filter(it -> it.code().equals(code)).findFirst();
    }

    /** Whether shoppers may choose it. */
    default boolean offers(String code) {
        return code.equals(Money.BASE)
                || other(code).filter(OtherCurrency::offered).isPresent();
    }

    /** An amount of the shop's own currency in that of the request, as shoppers are asked for it. */
    default long of(long base) {
        return other(Money.currency()).map(it -> it.of(base)).orElse(base);
    }

    /** What one minor unit of a currency is worth in minor units of the shop's own, now. */
    default BigDecimal inBase(String code) {
        return other(code).map(OtherCurrency::inBase).orElse(BigDecimal.ONE);
    }
}
