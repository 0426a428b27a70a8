package io.tillflow.studio.instances;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Amounts as people read them. */
public final class Amounts {

    private static final int DECIMALS = 6;

    private static final Pattern WRITTEN = Pattern.compile(
            "€(?<euro>[\\d,]{1,15}\\.\\d{2})|(?<figure>\\d[\\d,]{0,14}\\.\\d{2})[ \u00a0](?<currency>[A-Z]{3})\\b");

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

    /** In the main unit; less than one of it has two more digits, "€0.125", less than the smallest coin as many as it needs. */
    public static String text(BigDecimal amount, String currency, Locale locale) {
        Currency unit = Currency.getInstance(currency);
        int most = amount.abs().compareTo(BigDecimal.ONE) >= 0
                ? digits(unit)
                : amount.abs().compareTo(coin(unit)) >= 0 ? digits(unit) + 2 : DECIMALS;
        return format(unit, most, locale).format(amount);
    }

    /** In the main unit and whole coins, where there is little room: "€12.35", and "< €0.01" instead of nothing. */
    public static String brief(BigDecimal amount, String currency, Locale locale) {
        Currency unit = Currency.getInstance(currency);
        boolean tiny = amount.signum() > 0 && amount.compareTo(coin(unit)) < 0;
        NumberFormat format = format(unit, digits(unit), locale);
        return tiny ? "< " + format.format(coin(unit)) : format.format(amount);
    }

    /** A sentence of the shop or the connectors, "€1,348.90 is still owed", with its amounts as its readers write them. */
    public static String within(String sentence, Locale locale) {
        return WRITTEN.matcher(sentence).replaceAll(amount -> {
            String currency = Objects.requireNonNullElse(amount.group("currency"), "EUR");
            BigDecimal figure = new BigDecimal(amount.group(amount.group("euro") == null ? "figure" : "euro")
                    .replace(",", ""));
            return Matcher.quoteReplacement(text(figure.unscaledValue().longValueExact(), currency, locale));
        });
    }

    private static BigDecimal coin(Currency unit) {
        return BigDecimal.ONE.movePointLeft(digits(unit));
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
