package io.tillflow.studio.shop;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Amounts as people type them. */
final class Money {
    private static final int CENTS = 2;

    private Money() {}

    /** Minor units; -1 for what is no amount, or finer than a cent. */
    static long minor(@Nullable BigDecimal value) {
        try {
            return value == null ? -1 : value.movePointRight(CENTS).longValueExact();
        } catch (ArithmeticException finerThanACent) {
            return -1;
        }
    }

    static BigDecimal typed(long minor) {
        return BigDecimal.valueOf(minor, CENTS);
    }
}
