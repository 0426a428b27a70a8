package io.tillflow.storefront.terms;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** Countries the shop sends to: value added tax, delivery and how a postcode looks. */
public enum Country {
    DE("Germany", 19, 490, 2, "\\d{5}", "A German postcode has five digits, like 10243."),
    AT("Austria", 20, 690, 3, "\\d{4}", "An Austrian postcode has four digits, like 1070."),
    BE("Belgium", 21, 690, 3, "\\d{4}", "A Belgian postcode has four digits, like 1000."),
    DK("Denmark", 25, 790, 3, "\\d{4}", "A Danish postcode has four digits, like 2200."),
    ES("Spain", 21, 990, 5, "\\d{5}", "A Spanish postcode has five digits, like 08002."),
    FR("France", 20, 790, 3, "\\d{5}", "A French postcode has five digits, like 69001."),
    IE("Ireland", 23, 990, 5, "[A-Za-z]\\d[\\dWw] ?[A-Za-z0-9]{4}", "An Eircode has seven characters, like D02 AF30."),
    IT("Italy", 22, 890, 4, "\\d{5}", "An Italian postcode has five digits, like 20121."),
    NL(
            "Netherlands",
            21,
            690,
            3,
            "\\d{4} ?[A-Za-z]{2}",
            "A Dutch postcode has four digits and two letters, like 1012 AB."),
    PL("Poland", 23, 790, 3, "\\d{2}-?\\d{3}", "A Polish postcode has five digits, like 00-950."),
    SE("Sweden", 25, 890, 4, "\\d{3} ?\\d{2}", "A Swedish postcode has five digits, like 116 20.");

    private final String title;
    private final int taxPercent;
    private final long standardPrice;
    private final int standardDays;
    private final Pattern postcode;
    private final String postcodeHint;

    Country(String title, int taxPercent, long standardPrice, int standardDays, String postcode, String postcodeHint) {
        this.title = title;
        this.taxPercent = taxPercent;
        this.standardPrice = standardPrice;
        this.standardDays = standardDays;
        this.postcode = Pattern.compile(postcode);
        this.postcodeHint = postcodeHint;
    }

    public static Optional<Country> of(String code) {
        return Arrays.stream(values()).filter(c -> c.name().equals(code)).findFirst();
    }

    public String title() {
        return title;
    }

    public int taxPercent() {
        return taxPercent;
    }

    public long standardPrice() {
        return standardPrice;
    }

    public int standardDays() {
        return standardDays;
    }

    public boolean accepts(String code) {
        return postcode.matcher(code).matches();
    }

    public String postcodeHint() {
        return postcodeHint;
    }
}
