package io.tillflow.storefront.checkout;

import static io.tillflow.storefront.language.Texts.say;

import io.tillflow.storefront.checkout.DetailsForm.AddressForm;
import io.tillflow.storefront.terms.Address;
import io.tillflow.storefront.terms.Country;
import io.tillflow.storefront.terms.Delivery;
import io.tillflow.storefront.terms.DeliveryTerms;
import io.tillflow.storefront.terms.Details;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns what was typed into {@link Details}, or says field by field what is wrong. */
public final class DetailsCheck {
    private static final Pattern EMAIL = Pattern.compile("[^@\\s<>\",;]{1,64}@[^@\\s<>\",;.]+(\\.[^@\\s<>\",;.]+)+");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()/.-]{4,22}");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private final List<FieldProblem> problems = new ArrayList<>();

    private final Predicate<Country> reached;

    private DetailsCheck(Predicate<Country> reached) {
        this.reached = reached;
    }

    /** Either details or at least one problem. */
    public record Result(Optional<Details> details, List<FieldProblem> problems) {}

    /** Of somebody who may live in any country that the shop knows. */
    public static Result check(DetailsForm form) {
        return new DetailsCheck(country -> true).result(form);
    }

    /** Of somebody who wants something sent. */
    public static Result check(DetailsForm form, DeliveryTerms terms) {
        return new DetailsCheck(terms::reaches).result(form);
    }

    private Result result(DetailsForm form) {
        String email = email(form.contact() == null ? null : form.contact().email());
        String phone = phone(form.contact() == null ? null : form.contact().phone());
        Address shipping = address("shipping", form.shipping());
        Address billing = form.billing() == null ? shipping : address("billing", form.billing());
        Optional<Delivery> delivery = Delivery.of(trim(form.delivery() == null ? "standard" : form.delivery()));
        if (delivery.isEmpty()) {
            problem("delivery", say("cart.chooseDelivery"));
        }
        if (!problems.isEmpty()) {
            return new Result(Optional.empty(), List.copyOf(problems));
        }
        return new Result(Optional.of(new Details(email, phone, shipping, billing, delivery.orElseThrow())), List.of());
    }

    /** The address as it is kept, if it is one. */
    public static Optional<String> emailAddress(@Nullable String typed) {
        String email = trim(typed).toLowerCase(Locale.ROOT);
        return email.length() <= 254 && EMAIL.matcher(email).matches() ? Optional.of(email) : Optional.empty();
    }

    private String email(@Nullable String typed) {
        String email = trim(typed).toLowerCase(Locale.ROOT);
        if (email.isEmpty()) {
            problem("contact.email", say("cart.needEmail"));
        } else if (emailAddress(email).isEmpty()) {
            problem("contact.email", say("words.noEmail"));
        }
        return email;
    }

    private String phone(@Nullable String typed) {
        String phone = trim(typed);
        if (!phone.isEmpty() && !PHONE.matcher(phone).matches()) {
            problem("contact.phone", say("cart.noPhone"));
        }
        return phone;
    }

    private Address address(String at, @Nullable AddressForm typed) {
        AddressForm form = typed == null ? new AddressForm(null, null, null, null, null, null) : typed;
        String name = text(at + ".name", form.name(), 2, 80, say("cart.needName"));
        String street = text(at + ".street", form.street(), 3, 100, say("cart.needStreet"));
        String extra = trim(form.extra());
        if (extra.length() > 80) {
            problem(at + ".extra", say("cart.labelFits", 80));
        }
        String town = text(at + ".town", form.town(), 2, 60, say("cart.needTown"));
        String code = trim(form.country() == null ? "DE" : form.country()).toUpperCase(Locale.ROOT);
        Optional<Country> country = Country.of(code);
        boolean sent = !at.equals("shipping") || country.filter(reached).isPresent();
        if (country.isEmpty() || !sent) {
            problem(at + ".country", say("cart.notThere"));
        }
        return new Address(name, street, extra, postcode(at, form.postcode(), country), town, code);
    }

    private String postcode(String at, @Nullable String typed, Optional<Country> country) {
        String postcode = trim(typed).toUpperCase(Locale.ROOT);
        if (postcode.isEmpty()) {
            problem(at + ".postcode", say("cart.needPostcode"));
        } else if (country.isPresent() && !country.get().accepts(postcode)) {
            problem(at + ".postcode", country.get().postcodeHint() + howMany(postcode));
        }
        return postcode;
    }

    private static String howMany(String postcode) {
        return postcode.chars().allMatch(Character::isDigit) ? say("cart.thisOneHas", postcode.length()) : "";
    }

    private String text(String field, @Nullable String typed, int min, int max, String whenMissing) {
        String value = trim(typed);
        if (value.length() < min) {
            problem(field, whenMissing);
        } else if (value.length() > max) {
            problem(field, say("cart.labelFits", max));
        } else if (CONTROL.matcher(value).find()) {
            problem(field, say("cart.unprintable"));
        }
        return value;
    }

    private static String trim(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    private void problem(String field, String message) {
        problems.add(new FieldProblem(field, message));
    }
}
