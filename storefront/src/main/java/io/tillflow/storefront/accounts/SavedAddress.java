package io.tillflow.storefront.accounts;

import io.tillflow.storefront.terms.Address;
import java.util.UUID;

/**
 * Where somebody likes parcels to go.
 *
 * @param phone for the driver; may be empty
 * @param favourite the one a checkout begins with
 */
public record SavedAddress(UUID id, Address address, String phone, boolean favourite) {
    /** On one line, for a choice. */
    public String line() {
        return address.name() + ", " + address.street() + ", " + address.postcode() + " " + address.town();
    }
}
