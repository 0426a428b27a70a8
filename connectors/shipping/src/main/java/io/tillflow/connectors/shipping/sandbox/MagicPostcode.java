package io.tillflow.connectors.shipping.sandbox;

import java.util.Arrays;

/** Postcodes that no town has, one for each thing that can happen to a parcel. */
enum MagicPostcode {
    NONE(""),
    UNDELIVERABLE("00001"),
    LOST("00002"),
    /** Five calls fail before one gets through: more than a job's retries. */
    CARRIER_DOWN("00003"),
    TIMES_OUT_TWICE("00004"),
    DELIVERED_AT_ONCE("00005"),
    NEVER_DELIVERED("00006");

    private final String postcode;

    MagicPostcode(String postcode) {
        this.postcode = postcode;
    }

    static MagicPostcode of(String postcode) {
        return Arrays.stream(values())
                .filter(magic -> magic.postcode.equals(postcode.strip()))
                .findFirst()
                .orElse(NONE);
    }

    int failingCalls() {
        return switch (this) {
            case CARRIER_DOWN -> 5;
            case TIMES_OUT_TWICE -> 2;
            case NONE, UNDELIVERABLE, LOST, DELIVERED_AT_ONCE, NEVER_DELIVERED -> 0;
        };
    }
}
