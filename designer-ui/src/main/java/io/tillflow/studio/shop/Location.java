package io.tillflow.studio.shop;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where things lie.
 *
 * @param position orders are served from lower ones first
 * @param open whether things may come
 */
record Location(
        String id,
        String name,
        String street,
        String postcode,
        String town,
        String country,
        int position,
        boolean open) {

    static final int LAST = 1_000;

    /** The place after all of them. */
    static int last(List<Location> all) {
        return Math.min(LAST, all.stream().mapToInt(Location::position).max().orElse(0) + 1);
    }

    /** On one line; empty where nothing of it is known. */
    String address() {
        return Stream.of(street, (postcode + " " + town).strip(), country)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
