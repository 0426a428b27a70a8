package io.tillflow.storefront.terms;

import io.tillflow.storefront.money.OtherCurrency;
import io.tillflow.storefront.money.OwnDelivery;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Where the shop sends to, what that costs and how long it takes.
 *
 * @param freeFrom from this much on, standard delivery costs nothing; minor units
 * @param expressSurcharge what express costs beyond standard
 * @param rates the countries it sends to
 */
public record DeliveryTerms(long freeFrom, long expressSurcharge, Map<Country, Rate> rates) {
    private static final long MOST = 1_000_000;
    private static final int LONGEST = 60;
    private static final String COSTS = "A delivery costs 0.00 to 10,000.00.";

    /**
     * Standard delivery to a country.
     *
     * @param days on which parcels are carried
     */
    public record Rate(long price, int days) {
        public Rate {
            if (price < 0) {
                throw new IllegalArgumentException(COSTS);
            }
            if (days < 1 || days > LONGEST) {
                throw new IllegalArgumentException("A delivery takes 1 to " + LONGEST + " working days.");
            }
        }
    }

    public DeliveryTerms {
        if (freeFrom < 0 || expressSurcharge < 0) {
            throw new IllegalArgumentException("Free delivery and the express surcharge begin at 0.00.");
        }
        if (rates == null || rates.isEmpty() || rates.values().stream().anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException(
                    "The shop sends to one country at least, and says of each what it costs and how long it takes.");
        }
        rates = Map.copyOf(rates);
    }

    /** What holds until merchants say otherwise. */
    public static DeliveryTerms usual() {
        return new DeliveryTerms(
                6000,
                700,
                Arrays.stream(Country.values())
                        .collect(Collectors.toMap(
                                Function.identity(), it -> new Rate(it.standardPrice(), it.standardDays()))));
    }

    /**
     * What merchants may ask, in the shop's own currency.
     *
     * @throws IllegalArgumentException for more
     */
    public void refuseExtremes() {
        if (expressSurcharge > MOST || rates.values().stream().anyMatch(it -> it.price() > MOST)) {
            throw new IllegalArgumentException(COSTS);
        }
    }

    /** The same in another currency: what was set in it, else each amount with the ending of its prices. */
    public DeliveryTerms in(OtherCurrency it) {
        OwnDelivery own = it.delivery();
        return new DeliveryTerms(
                it.of(freeFrom, own.freeFrom()),
                it.of(expressSurcharge, own.expressSurcharge()),
                rates.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                rate -> new Rate(
                                        it.of(
                                                rate.getValue().price(),
                                                own.price(rate.getKey().name())),
                                        rate.getValue().days()))));
    }

    /** Germany first, if it sends there. */
    public List<Country> countries() {
        return Arrays.stream(Country.values()).filter(rates::containsKey).toList();
    }

    /** The country that is taken while nobody said another. */
    public Country home() {
        return countries().getFirst();
    }

    public boolean reaches(Country country) {
        return rates.containsKey(country);
    }

    /** To a country that it no longer sends to, what is usual: somebody has begun an order there. */
    public Rate rate(Country country) {
        return Objects.requireNonNullElseGet(
                rates.get(country), () -> new Rate(country.standardPrice(), country.standardDays()));
    }
}
