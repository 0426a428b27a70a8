package io.tillflow.storefront.profile;

import io.tillflow.storefront.money.Ending;
import io.tillflow.storefront.money.OtherCurrency;
import io.tillflow.storefront.terms.DeliveryTerms;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a shop says of itself; what is empty nobody has filled in yet.
 *
 * @param currencies those it sells in beside its own; none named keeps those there are
 */
public record ShopProfile(
        String name,
        String tagline,
        Company company,
        Contact contact,
        TaxNumbers tax,
        DeliveryTerms delivery,
        Returns returns,
        List<OtherCurrency> currencies) {
    private static final int LONGEST = 200;
    private static final int MOST_CURRENCIES = 10;

    public ShopProfile {
        if (Stream.of(name, tagline, company, contact, tax, delivery, returns).anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException(
                    "A profile has all its parts: name, tagline, company, contact, tax, delivery and returns.");
        }
        if (name.isBlank() || name.length() > 60) {
            throw new IllegalArgumentException("A shop needs a name of at most 60 characters.");
        }
        short200(tagline);
        delivery.refuseExtremes();
        currencies = currencies == null ? List.of() : List.copyOf(currencies);
        if (currencies.size() > MOST_CURRENCIES
                || currencies.stream().map(OtherCurrency::code).distinct().count() < currencies.size()) {
            throw new IllegalArgumentException(
                    "A shop sells in at most " + MOST_CURRENCIES + " further currencies, each named once.");
        }
    }

    /** The same, selling in these beside its own. */
    public ShopProfile in(List<OtherCurrency> others) {
        return new ShopProfile(name, tagline, company, contact, tax, delivery, returns, others);
    }

    /** In one of its currencies. */
    DeliveryTerms delivery(String currency) {
        return currencies.stream()
                .filter(it -> it.code().equals(currency))
                .findFirst()
                .map(delivery::in)
                .orElse(delivery);
    }

    /** Who the contract is with. */
    public record Company(
            String name, String represented, String street, String postcode, String town, String country) {
        public Company {
            Stream.of(name, represented, street, postcode, town, country).forEach(ShopProfile::short200);
        }

        /** As it stands on an envelope. */
        public List<String> lines() {
            return Stream.concat(Stream.of(name), place().stream())
                    .filter(line -> !line.isBlank())
                    .toList();
        }

        /** Without its name. */
        public List<String> place() {
            return Stream.of(street, (postcode + " " + town).strip(), country)
                    .filter(line -> !line.isBlank())
                    .toList();
        }
    }

    /** How to reach somebody. */
    public record Contact(String email, String phone) {
        public Contact {
            short200(email);
            short200(phone);
            if (!email.isBlank() && !email.matches("[^@\\s<>]+@[^@\\s<>]+\\.[^@\\s<>]+")) {
                throw new IllegalArgumentException("“" + email + "” is no e-mail address.");
            }
        }
    }

    /**
     * As they stand on invoices.
     *
     * @param register court and number
     */
    public record TaxNumbers(String vatId, String taxNumber, String register) {
        public TaxNumbers {
            Stream.of(vatId, taxNumber, register).forEach(ShopProfile::short200);
        }
    }

    /** @param days after the delivery, in which things may be sent back */
    public record Returns(int days) {
        static final Returns USUAL = new Returns(30);

        public Returns {
            if (days < 14 || days > 365) {
                throw new IllegalArgumentException(
                        "Things may be sent back for 14 to 365 days: 14 are a consumer's right in the EU.");
            }
        }
    }

    /** The demonstration shop, until merchants say who they are. */
    static ShopProfile shipped() {
        return new ShopProfile(
                "Ullmere",
                "Things for indoors, outdoors and the walk between.",
                new Company("", "", "", "", "", ""),
                new Contact("", ""),
                new TaxNumbers("", "", ""),
                DeliveryTerms.usual(),
                Returns.USUAL,
                List.of(new OtherCurrency("SEK", new BigDecimal("11.5"), Ending.NINE, true)));
    }

    /** What a shop must say before real shoppers come and does not. */
    public List<String> open() {
        record Part(String name, String value) {}
        return Stream.of(
                        new Part("company.name", company.name()),
                        new Part("company.street", company.street()),
                        new Part("company.postcode", company.postcode()),
                        new Part("company.town", company.town()),
                        new Part("contact.email", contact.email()),
                        new Part("tax", tax.vatId() + tax.taxNumber()))
                .filter(part -> part.value().isBlank())
                .map(Part::name)
                .toList();
    }

    private static void short200(String text) {
        if (text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("A field has one line of at most " + LONGEST + " characters.");
        }
    }
}
