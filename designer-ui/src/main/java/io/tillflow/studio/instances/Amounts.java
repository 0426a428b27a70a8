package io.tillflow.studio.instances;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;

/** Amounts in minor units as people read them. */
public final class Amounts {

    private Amounts() {}

    /** "€348.90"; an unknown currency keeps its letters. */
    public static String text(long minor, String currency, Locale locale) {
        try {
            Currency unit = Currency.getInstance(currency);
            NumberFormat format =
                    NumberFormat.getCurrencyInstance(locale.getCountry().isEmpty() ? home(locale) : locale);
            format.setCurrency(unit);
            int digits = Math.max(0, unit.getDefaultFractionDigits());
            format.setMinimumFractionDigits(digits);
            format.setMaximumFractionDigits(digits);
            return format.format(BigDecimal.valueOf(minor, digits));
        } catch (IllegalArgumentException e) {
            return BigDecimal.valueOf(minor, 2).toPlainString() + " " + currency;
        }
    }

    private static Locale home(Locale locale) {
        return "de".equals(locale.getLanguage()) ? Locale.GERMANY : Locale.UK;
    }
}
