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
        return text(Locale.ROOT);
    }

    /** As a shopper of that language reads it: in German {@code 112,00 €}. */
    public String text(Locale language) {
        Currency unit = Currency.getInstance(currency);
        int digits = Math.max(unit.getDefaultFractionDigits(), 0);
        String figure = String.format(language, "%,." + digits + "f", java.math.BigDecimal.valueOf(minorUnits, digits));
        if (language.getLanguage().equals("de")) {
            return figure + "\u00a0" + (currency.equals("EUR") ? "€" : currency);
        }
        return currency.equals("EUR") ? "€" + figure : figure + " " + currency;
    }
}
