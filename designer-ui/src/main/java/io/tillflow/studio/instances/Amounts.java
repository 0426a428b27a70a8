package io.tillflow.studio.instances;

import java.math.BigDecimal;
import java.math.RoundingMode;
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
            int digits = digits(unit);
            return format(unit, digits, locale).format(BigDecimal.valueOf(minor, digits));
        } catch (IllegalArgumentException e) {
            return BigDecimal.valueOf(minor, 2).toPlainString() + " " + currency;
        }
    }

    /** In the main unit; what is less than one of it is told to two more digits: "€0.0035". */
    public static String text(BigDecimal amount, String currency, Locale locale) {
        Currency unit = Currency.getInstance(currency);
        int more = amount.abs().compareTo(BigDecimal.ONE) < 0 ? 2 : 0;
        return format(unit, digits(unit) + more, locale).format(amount);
    }

    private static NumberFormat format(Currency unit, int most, Locale locale) {
        NumberFormat format =
                NumberFormat.getCurrencyInstance(locale.getCountry().isEmpty() ? home(locale) : locale);
        format.setCurrency(unit);
        format.setMinimumFractionDigits(digits(unit));
        format.setMaximumFractionDigits(most);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format;
    }

    private static int digits(Currency unit) {
        return Math.max(0, unit.getDefaultFractionDigits());
    }

    private static Locale home(Locale locale) {
        return "de".equals(locale.getLanguage()) ? Locale.GERMANY : Locale.UK;
    }
}
