package io.tillflow.storefront.terms;

/** All the shop must know to send a parcel; {@code phone} may be empty. */
public record Details(String email, String phone, Address shipping, Address billing, Delivery delivery) {
    public boolean addressMismatch() {
        return !shipping.country().equals(billing.country());
    }
}
