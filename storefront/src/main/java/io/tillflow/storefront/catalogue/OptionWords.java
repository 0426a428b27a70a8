package io.tillflow.storefront.catalogue;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a product's colours and sizes are called in one language; empty where it is as in the shop's own.
 *
 * @param colours by their key
 * @param sizes by what they are called in the shop's own language
 */
public record OptionWords(Map<String, String> colours, Map<String, String> sizes) {
    private static final int LONGEST = 60;

    public OptionWords {
        if (colours == null || sizes == null) {
            throw new IllegalArgumentException("Name colours and sizes, if only as empty lists.");
        }
        if (Stream.of(colours, sizes).flatMap(it -> it.values().stream()).anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException("Every name must be there, if only as an empty one.");
        }
        colours = stripped(colours);
        sizes = stripped(sizes);
    }

    private static Map<String, String> stripped(Map<String, String> names) {
        Map<String, String> stripped = new LinkedHashMap<>();
        names.forEach((key, name) -> stripped.put(key, name.strip()));
        return Collections.unmodifiableMap(stripped);
    }

    /** Itself, if it names just what there is, each so that shoppers can tell it from the others. */
    public OptionWords checked(OptionWords own) {
        if (!colours.keySet().equals(own.colours().keySet())
                || !sizes.keySet().equals(own.sizes().keySet())) {
            throw new IllegalArgumentException("The product has these colours and sizes: "
                    + own.colours().keySet() + ", " + own.sizes().keySet() + ". Name them all.");
        }
        check(colours, own.colours());
        check(sizes, own.sizes());
        return this;
    }

    private static void check(Map<String, String> names, Map<String, String> own) {
        if (names.values().stream()
                .anyMatch(it -> it.length() > LONGEST || it.chars().anyMatch(Character::isISOControl))) {
            throw new IllegalArgumentException(
                    "A colour or size has a name of one line, at most " + LONGEST + " characters.");
        }
        long shown = names.entrySet().stream()
                .map(it -> it.getValue().isEmpty() ? own.getOrDefault(it.getKey(), "") : it.getValue())
                .distinct()
                .count();
        if (shown < names.size()) {
            throw new IllegalArgumentException("Two colours or two sizes would have the same name.");
        }
    }
}
