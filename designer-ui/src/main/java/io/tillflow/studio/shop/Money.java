package io.tillflow.studio.shop;

import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** Amounts as people type them. */
final class Money {
    private Money() {}

    /** Minor units; -1 for what is no amount, or finer than a cent. */
    static long minor(@Nullable BigDecimal value) {
        return minor(value, CurrencyFields.BASE);
    }

    static long minor(@Nullable BigDecimal value, String currency) {
        try {
            return value == null ? -1 : value.movePointRight(digits(currency)).longValueExact();
        } catch (ArithmeticException finerThanACent) {
            return -1;
        }
    }

    static BigDecimal typed(long minor) {
        return typed(minor, CurrencyFields.BASE);
    }

    static BigDecimal typed(long minor, String currency) {
        return BigDecimal.valueOf(minor, digits(currency));
    }

    private static int digits(String currency) {
        return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    }
}
