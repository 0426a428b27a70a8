package io.tillflow.storefront.money;

import io.tillflow.storefront.language.Language;
import java.math.BigDecimal;

/** Minor units as people read them: 6400 is €64.00, in German 64,00 €. */
public final class Money {
    /** The one currency the shop sells in. */
    public static final String CURRENCY = "EUR";

    private Money() {}

    /** For files: 6400 is 64.00. */
    public static String plain(long minor) {
        return BigDecimal.valueOf(minor, 2).toPlainString();
    }

    /** In the language of the request that is being answered. */
    public static String text(long minor) {
        Language language = Language.current();
        String sign = minor < 0 ? "−" : "";
        String whole = String.format(language.locale(), "%,d", Math.abs(minor) / 100);
        String cents = String.format(language.locale(), "%02d", Math.abs(minor) % 100);
        return switch (language) {
            case EN -> sign + "€" + whole + "." + cents;
            case DE -> sign + whole + "," + cents + "\u00a0€";
        };
    }
}
