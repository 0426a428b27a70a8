package io.tillflow.storefront.web;

import io.tillflow.storefront.checkout.DetailsForm;
import io.tillflow.storefront.checkout.DetailsForm.AddressForm;
import io.tillflow.storefront.checkout.DetailsForm.Contact;
import io.tillflow.storefront.checkout.FieldProblem;
import io.tillflow.storefront.terms.Country;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** What was typed, and what is wrong with it; nothing typed is ever thrown away. */
public record CheckoutFields(
        DetailsForm form,
        List<FieldProblem> problems,
        @Nullable String notice) {
    static final DetailsForm EMPTY = new DetailsForm(null, null, null, null);

    static DetailsForm read(MultiValueMap<String, String> typed) {
        boolean otherBilling = typed.containsKey("otherBilling");
        return new DetailsForm(
                new Contact(typed.getFirst("contact.email"), typed.getFirst("contact.phone")),
                address("shipping", typed),
                otherBilling ? address("billing", typed) : null,
                typed.getFirst("delivery"));
    }

    private static AddressForm address(String at, MultiValueMap<String, String> typed) {
        return new AddressForm(
                typed.getFirst(at + ".name"),
                typed.getFirst(at + ".street"),
                typed.getFirst(at + ".extra"),
                typed.getFirst(at + ".postcode"),
                typed.getFirst(at + ".town"),
                typed.getFirst(at + ".country"));
    }

    public boolean otherBilling() {
        return form.billing() != null;
    }

    public String delivery() {
        return form.delivery() == null ? "standard" : form.delivery();
    }

    /** The problem with a field, or an empty text. */
    public String problem(String field) {
        return problems.stream()
                .filter(p -> p.field().equals(field))
                .map(FieldProblem::message)
                .findFirst()
                .orElse("");
    }

    /** What a field shall show. */
    public String value(String field) {
        int dot = field.indexOf('.');
        String of = field.substring(0, Math.max(0, dot));
        String part = field.substring(dot + 1);
        String value = switch (of) {
            case "contact" ->
                form.contact() == null
                        ? null
                        : "email".equals(part)
                                ? form.contact().email()
                                : form.contact().phone();
            case "billing" -> part(form.billing(), part);
            default -> part(form.shipping(), part);
        };
        return value == null ? "" : value;
    }

    /** The first of them while nobody said another. */
    public String country(String at, List<Country> countries) {
        String country = value(at + ".country");
        return country.isEmpty() ? countries.getFirst().name() : country;
    }

    /** Those, and the one that was said before even if it is not among them: it is refused by name, not changed. */
    public List<Country> offered(String at, List<Country> countries) {
        Stream<Country> said = Country.of(value(at + ".country")).stream();
        return Stream.concat(countries.stream(), said).distinct().toList();
    }

    /** All that the shop knows, those that it sends to before the others. */
    static List<Country> all(List<Country> reached) {
        return Stream.concat(reached.stream(), Arrays.stream(Country.values()))
                .distinct()
                .toList();
    }

    private static @Nullable String part(@Nullable AddressForm address, String part) {
        if (address == null) {
            return null;
        }
        return switch (part) {
            case "name" -> address.name();
            case "street" -> address.street();
            case "extra" -> address.extra();
            case "postcode" -> address.postcode();
            case "town" -> address.town();
            default -> address.country();
        };
    }
}
