package io.tillflow.connectors.provider;

import java.util.Currency;
import java.util.Locale;

/** An amount in minor units (cents) with its ISO 4217 currency. */
public record Money(long minorUnits, String currency) {
    public Money {
        if (minorUnits < 0) {
            throw new IllegalArgumentException("amount must not be negative, was " + minorUnits);
        }
        Currency.getInstance(currency);
    }

    /** As a shopper reads it: {@code €112.00}. */
    public String text() {
        Currency unit = Currency.getInstance(currency);
        int digits = Math.max(unit.getDefaultFractionDigits(), 0);
        String figure =
                String.format(Locale.ROOT, "%,." + digits + "f", java.math.BigDecimal.valueOf(minorUnits, digits));
        return currency.equals("EUR") ? "€" + figure : figure + " " + currency;
    }
}
