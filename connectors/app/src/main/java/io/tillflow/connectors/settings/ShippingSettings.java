package io.tillflow.connectors.settings;

import io.tillflow.connectors.shipping.Recipient;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who takes parcels.
 *
 * @param endpoint where EasyPost is
 * @param from where parcels come from, and returns go to
 */
@ConfigurationProperties("tillflow.shipping")
record ShippingSettings(
        @DefaultValue("sandbox") String provider,
        @DefaultValue("https://api.easypost.com") URI endpoint,
        @DefaultValue("20s") Duration timeout,
        @DefaultValue From from) {
    /** The shop's own address. */
    record From(
            @DefaultValue("") String name,
            @DefaultValue("") String street,
            @DefaultValue("") String postcode,
            @DefaultValue("") String town,
            @DefaultValue("") String country) {
        /** Complete, or the start stops with a sentence. */
        Recipient sender() {
            if (name.isBlank() || street.isBlank() || postcode.isBlank() || town.isBlank() || country.isBlank()) {
                throw new IllegalArgumentException(
                        "expected the address that parcels come from, but it is incomplete: set TILLFLOW_SHIP_FROM_NAME, _STREET,"
                                + " _POSTCODE, _TOWN and _COUNTRY (two letters)");
            }
            return new Recipient(name, street, "", postcode, town, country);
        }
    }
}
