package io.tillflow.storefront.money;

import java.math.BigDecimal;
import java.util.Locale;

/** Minor units as people read them: 6400 is €64.00. */
public final class Money {
    /** The one currency the shop sells in. */
    public static final String CURRENCY = "EUR";

    private Money() {}

    /** For files: 6400 is 64.00. */
    public static String plain(long minor) {
        return BigDecimal.valueOf(minor, 2).toPlainString();
    }

    public static String text(long minor) {
        long whole = Math.abs(minor) / 100;
        return String.format(Locale.ROOT, "%s€%,d.%02d", minor < 0 ? "−" : "", whole, Math.abs(minor) % 100);
    }
}
