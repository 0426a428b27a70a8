package io.tillflow.storefront.terms;

import static io.tillflow.storefront.language.Texts.say;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** Countries the shop sends to: value added tax, delivery and how a postcode looks. */
public enum Country {
    DE(19, 490, 2, "\\d{5}"),
    AT(20, 690, 3, "\\d{4}"),
    BE(21, 690, 3, "\\d{4}"),
    DK(25, 790, 3, "\\d{4}"),
    ES(21, 990, 5, "\\d{5}"),
    FR(20, 790, 3, "\\d{5}"),
    IE(23, 990, 5, "[A-Za-z]\\d[\\dWw] ?[A-Za-z0-9]{4}"),
    IT(22, 890, 4, "\\d{5}"),
    NL(21, 690, 3, "\\d{4} ?[A-Za-z]{2}"),
    PL(23, 790, 3, "\\d{2}-?\\d{3}"),
    SE(25, 890, 4, "\\d{3} ?\\d{2}");

    private final int taxPercent;
    private final long standardPrice;
    private final int standardDays;
    private final Pattern postcode;

    Country(int taxPercent, long standardPrice, int standardDays, String postcode) {
        this.taxPercent = taxPercent;
        this.standardPrice = standardPrice;
        this.standardDays = standardDays;
        this.postcode = Pattern.compile(postcode);
    }

    public static Optional<Country> of(String code) {
        return Arrays.stream(values()).filter(c -> c.name().equals(code)).findFirst();
    }

    public String title() {
        return say("words.country." + name());
    }

    public int taxPercent() {
        return taxPercent;
    }

    /** What standard delivery costs there until merchants say otherwise. */
    long standardPrice() {
        return standardPrice;
    }

    int standardDays() {
        return standardDays;
    }

    public boolean accepts(String code) {
        return postcode.matcher(code).matches();
    }

    public String postcodeHint() {
        return say("words.postcode." + name());
    }
}
