package io.tillflow.studio.shop;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the shop says of itself and how it delivers; amounts in minor units. */
record Profile(
        String name,
        String tagline,
        Company company,
        Contact contact,
        Tax tax,
        Delivery delivery,
        Returns returns,
        List<Currency> currencies) {
    record Company(String name, String represented, String street, String postcode, String town, String country) {}

    record Contact(String email, String phone) {}

    record Tax(String vatId, String taxNumber, String register) {}

    /** Of standard delivery; {@code days} are those on which parcels are carried. */
    record Rate(long price, int days) {}

    /** @param rates by the code of the country */
    record Delivery(long freeFrom, long expressSurcharge, Map<String, Rate> rates) {}

    /** @param days after the delivery, in which things may be sent back */
    record Returns(int days) {}

    /**
     * One it sells in beside its own.
     *
     * @param rate what one of the shop's own is worth, in main units
     * @param ending how prices end that follow the rate
     * @param delivery what delivery costs in it where that does not follow the rate
     */
    record Currency(String code, BigDecimal rate, String ending, boolean offered, OwnDelivery delivery) {}

    /**
     * In minor units of a further currency; what is not set follows the rate.
     *
     * @param prices of standard delivery, by the code of the country
     */
    record OwnDelivery(@Nullable Long freeFrom, @Nullable Long expressSurcharge, Map<String, Long> prices) {
        static final OwnDelivery NONE = new OwnDelivery(null, null, Map.of());
    }

    record Change(int number, String author, Instant writtenAt) {}

    /**
     * As it is now.
     *
     * @param number its revision
     * @param open what must be filled in before real shoppers come
     * @param changes the newest first
     */
    record Whole(int number, Profile profile, List<String> open, List<Change> changes) {}

    /** @param seen the revision its author knew */
    record Draft(int seen, Profile profile) {}

    /**
     * Its logo.
     *
     * @param shown null while the shop shows its name
     * @param picture a PNG in base 64
     */
    record Logo(@Nullable Shown shown, @Nullable String picture) {}

    /** @param path in the shop */
    record Shown(String path, int width, int height) {}

    /** @param content the file: a JPEG, PNG or WebP, in base 64 */
    record LogoUpload(byte[] content) {}
}
