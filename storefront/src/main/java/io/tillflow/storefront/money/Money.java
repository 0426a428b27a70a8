package io.tillflow.storefront.money;

import io.tillflow.storefront.language.Asked;
import io.tillflow.storefront.language.Language;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;

/** Minor units as people read them: 6400 is €64.00, in German 64,00 €, and of another currency 64.00 SEK. */
public final class Money {
    /** The shop's own currency: prices begin in it, and whatever adds up orders counts in it. */
    public static final String BASE = "EUR";

    private Money() {}

    /** That of the request which is being answered; the shop's own where there is none. */
    public static String currency() {
        return Objects.requireNonNullElse(Asked.currentCurrency(), BASE);
    }

    /** Does something as if it was asked for in this currency: prices of the shelf are in it, too. */
    public static <T> T in(String currency, Supplier<T> work) {
        LocaleContext before = LocaleContextHolder.getLocaleContext();
        LocaleContextHolder.setLocaleContext(new Asked(Language.current().locale(), currency));
        try {
            return work.get();
        } finally {
            LocaleContextHolder.setLocaleContext(before);
        }
    }

    /** For files: 6400 is 64.00. */
    public static String plain(long minor) {
        return plain(minor, currency());
    }

    public static String plain(long minor, String currency) {
        return BigDecimal.valueOf(minor, digits(currency)).toPlainString();
    }

    /** In the language and the currency of the request that is being answered. */
    public static String text(long minor) {
        return text(minor, currency());
    }

    public static String text(long minor, String currency) {
        Language language = Language.current();
        int digits = digits(currency);
        String figure =
                String.format(language.locale(), "%,." + digits + "f", BigDecimal.valueOf(Math.abs(minor), digits));
        String sign = minor < 0 ? "−" : "";
        boolean own = currency.equals("EUR");
        return switch (language) {
            case EN -> sign + (own ? "€" + figure : figure + "\u00a0" + currency);
            case DE -> sign + figure + "\u00a0" + (own ? "€" : currency);
        };
    }

    /** Without what is behind the point where nothing is: €25. */
    public static String brief(long minor) {
        String whole = text(minor);
        String nothing = switch (Language.current()) {
                    case EN -> ".";
                    case DE -> ",";
                }
                + "0".repeat(digits(currency()));
        return digits(currency()) == 0 ? whole : whole.replace(nothing, "");
    }

    /** How many digits its minor unit has; currencies that have no such thing count as whole. */
    static int digits(String currency) {
        return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    }
}
