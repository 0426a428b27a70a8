package io.tillflow.storefront.checkout;

import io.tillflow.storefront.terms.Address;
import io.tillflow.storefront.terms.Details;
import org.jspecify.annotations.Nullable;

/** Details as typed: anything may be missing or wrong. */
public record DetailsForm(
        @Nullable Contact contact,
        @Nullable AddressForm shipping,
        @Nullable AddressForm billing,
        @Nullable String delivery) {

    /** Who orders. */
    public record Contact(@Nullable String email, @Nullable String phone) {}

    /** An address as typed. */
    public record AddressForm(
            @Nullable String name,
            @Nullable String street,
            @Nullable String extra,
            @Nullable String postcode,
            @Nullable String town,
            @Nullable String country) {}

    public static DetailsForm of(Details details) {
        return new DetailsForm(
                new Contact(details.email(), details.phone()),
                form(details.shipping()),
                details.billing().equals(details.shipping()) ? null : form(details.billing()),
                details.delivery().code());
    }

    private static AddressForm form(Address a) {
        return new AddressForm(a.name(), a.street(), a.extra(), a.postcode(), a.town(), a.country());
    }
}
