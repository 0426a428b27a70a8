package io.tillflow.connectors.shipping;

/** What goes where, as far as a price depends on it; {@code country} is an ISO 3166 code. */
public record Parcel(int weightGrams, String country, String postcode, boolean express) {
    public Parcel {
        if (weightGrams < 0) {
            throw new IllegalArgumentException("weight must not be negative, was " + weightGrams);
        }
        if (country.isBlank() || postcode.isBlank()) {
            throw new IllegalArgumentException("a parcel needs a country and a postcode");
        }
    }
}
