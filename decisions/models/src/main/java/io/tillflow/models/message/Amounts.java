package io.tillflow.models.message;

import io.tillflow.models.message.Finding.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;

/**
 * Amounts of money, in the ways of English and German. A separator before one or two last digits is that of the cents, before three
 * that of thousands; a blank is that of thousands only where nothing else can be meant: "size 42 199,90 €". {@code $} is read as USD.
 */
final class Amounts {
    private static final String CURRENCY = "€|\\$|£|eur(?:os?)?|usd|gbp|chf|dollars?|pounds?|franken";
    private static final String CENTS = "(?:[.,]\\d{1,2})?";
    private static final String NUMBER = "[1-9]\\d{0,2}(?:[.,'’\\u00a0\\u202f]\\d{3}){1,3}" + CENTS
            + "|[1-9]\\d{0,2}(?: \\d{3}){2,3}" + CENTS + "|\\d{1,9}" + CENTS;
    private static final String FIRST_NUMBER = "[1-9]\\d{0,2} \\d{3}" + CENTS + "(?! ?\\d)|" + NUMBER;

    static final Form FORM = Form.of(
            Kind.MONEY,
            "(?<![\\p{L}\\p{N}.,])(?:(?<before>" + CURRENCY + ")\\s{0,2}(?<first>" + FIRST_NUMBER
                    + ")(?![.,]?\\d)|(?<last>" + NUMBER + ")(?:,-{1,2})?\\s{0,2}(?<behind>" + CURRENCY + "))"
                    + Form.ENDS,
            Amounts::value);

    private Amounts() {}

    private static Optional<String> value(MatchResult match) {
        boolean led = match.group("before") != null;
        String number = led ? match.group("first") : match.group("last");
        String currency = led ? match.group("before") : match.group("behind");
        return code(currency)
                .map(code ->
                        decimal(number).setScale(2, RoundingMode.UNNECESSARY).toPlainString() + " " + code);
    }

    private static BigDecimal decimal(String number) {
        int last = Math.max(number.lastIndexOf('.'), number.lastIndexOf(','));
        int decimals = last < 0 ? 0 : number.length() - last - 1;
        boolean cents = decimals == 1 || decimals == 2;
        BigDecimal digits = new BigDecimal(number.replaceAll("\\D", ""));
        return cents ? digits.movePointLeft(decimals) : digits;
    }

    private static Optional<String> code(String currency) {
        return switch (currency.toLowerCase(Locale.ROOT)) {
            case "€", "eur", "euro", "euros" -> Optional.of("EUR");
            case "$", "usd", "dollar", "dollars" -> Optional.of("USD");
            case "£", "gbp", "pound", "pounds" -> Optional.of("GBP");
            case "chf", "franken" -> Optional.of("CHF");
            default -> Optional.empty();
        };
    }
}
