package io.tillflow.storefront.byhand;

import io.tillflow.storefront.checkout.DetailsForm;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What shall be different.
 *
 * @param shipping null where it stays
 * @param seen the address that was looked at; null for whichever it is now
 * @param quantities how many of a SKU are in it then, also of one that is not yet; what is not named stays
 * @param payMore whether its shopper shall be asked to pay where it costs more
 */
public record OrderChange(
        DetailsForm.@Nullable AddressForm shipping,
        DetailsForm.@Nullable AddressForm seen,
        Map<String, Integer> quantities,
        boolean payMore) {
    public OrderChange {
        quantities = Map.copyOf(quantities);
    }

    /** Tells one wish from another without keeping an address. */
    String digest() {
        String all = shipping + " " + new TreeMap<>(quantities);
        return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
    }

    boolean overlooks(DetailsForm.@Nullable AddressForm now) {
        return shipping != null && seen != null && now != null && !text(seen).equals(text(now));
    }

    private static List<String> text(DetailsForm.AddressForm form) {
        return Stream.of(form.name(), form.street(), form.extra(), form.postcode(), form.town(), form.country())
                .map(it -> it == null ? "" : it.strip())
                .toList();
    }
}
