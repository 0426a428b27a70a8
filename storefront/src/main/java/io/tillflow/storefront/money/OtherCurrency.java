package io.tillflow.storefront.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A currency the shop sells in beside its own. What has no price of its own in it costs the shop's own price times the rate.
 *
 * @param code ISO 4217
 * @param rate what one of the shop's own is worth, in main units
 * @param offered whether shoppers may choose it; one that was offered once stays known, since orders are kept in it
 * @param delivery what delivery costs in it where that does not follow the rate; null for nothing of its own
 * @see "docs/adr/0034"
 */
public record OtherCurrency(
        String code,
        BigDecimal rate,
        Ending ending,
        boolean offered,
        @Nullable OwnDelivery delivery) {
    private static final BigDecimal HIGHEST = BigDecimal.valueOf(100_000);
    private static final BigDecimal LOWEST = new BigDecimal("0.0001");
    private static final int PRECISE = 15;

    public OtherCurrency {
        if (code == null || rate == null || ending == null) {
            throw new IllegalArgumentException("A further currency has its code, its rate and how its prices end.");
        }
        if (!known(code) || code.equals(Money.BASE)) {
            throw new IllegalArgumentException("“" + code + "” is no currency to sell in beside " + Money.BASE + ".");
        }
        if (Money.digits(code) != 2) {
            throw new IllegalArgumentException("Only currencies with two decimals can be sold in, but " + code + " has "
                    + Money.digits(code) + ".");
        }
        if (rate.compareTo(LOWEST) < 0
                || rate.compareTo(HIGHEST) > 0
                || rate.stripTrailingZeros().scale() > 6) {
            throw new IllegalArgumentException(
                    "A rate is from 0.0001 to 100,000 and has six decimals at most, but that of " + code + " is "
                            + rate.toPlainString() + ".");
        }
    }

    public OtherCurrency(String code, BigDecimal rate, Ending ending, boolean offered) {
        this(code, rate, ending, offered, OwnDelivery.NONE);
    }

    private static boolean known(String code) {
        return code.matches("[A-Z]{3}")
                && Currency.getAvailableCurrencies().stream()
                        .anyMatch(it -> it.getCurrencyCode().equals(code) && it.getDefaultFractionDigits() >= 0);
    }

    @Override
    public OwnDelivery delivery() {
        return Objects.requireNonNullElse(delivery, OwnDelivery.NONE);
    }

    /** Minor units of it for one of the shop's own. */
    public BigDecimal perBase() {
        return rate.scaleByPowerOfTen(Money.digits(code) - Money.digits(Money.BASE));
    }

    /** Minor units of the shop's own currency for one of it. */
    public BigDecimal inBase() {
        return BigDecimal.ONE.divide(perBase(), PRECISE, RoundingMode.HALF_UP);
    }

    /** What was set in it, else what its rate makes of an amount of the shop's own. */
    public long of(long base, @Nullable Long own) {
        return own == null ? of(base) : own;
    }

    /** The nearest amount with its ending; nothing stays nothing, and something never becomes nothing. */
    public long of(long base) {
        if (base == 0) {
            return 0;
        }
        long step = ending.step(code);
        long end = ending.end(code);
        long steps = perBase()
                .multiply(BigDecimal.valueOf(base))
                .subtract(BigDecimal.valueOf(end))
                .divide(BigDecimal.valueOf(step), 0, RoundingMode.HALF_UP)
                .longValueExact();
        return Math.max(steps * step + end, end == 0 ? step : end);
    }
}
