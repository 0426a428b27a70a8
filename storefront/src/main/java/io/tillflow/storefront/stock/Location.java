package io.tillflow.storefront.stock;

/**
 * Where things lie.
 *
 * @param position orders are served from lower ones first; the lowest open one takes what comes without saying where
 * @param open whether things may come; only an empty one can be closed
 */
public record Location(
        String id,
        String name,
        String street,
        String postcode,
        String town,
        String country,
        int position,
        boolean open) {
    private static final int LONGEST = 100;
    static final int LAST = 1_000;

    public Location {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A location needs a name.");
        }
        for (String text : new String[] {name, street, postcode, town}) {
            if (text.length() > LONGEST) {
                throw new IllegalArgumentException("At most " + LONGEST + " characters.");
            }
        }
        if (!country.isEmpty() && !country.matches("[A-Z]{2}")) {
            throw new IllegalArgumentException("A country is two capital letters, as DE.");
        }
        if (position < 1 || position > LAST) {
            throw new IllegalArgumentException("Its place in the order is a number from 1 to " + LAST + ".");
        }
    }

    /** Whether a carrier could be told to fetch a parcel there. */
    public boolean hasAddress() {
        return !street.isEmpty() && !postcode.isEmpty() && !town.isEmpty() && !country.isEmpty();
    }
}
