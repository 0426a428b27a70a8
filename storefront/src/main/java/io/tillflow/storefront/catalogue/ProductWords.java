package io.tillflow.storefront.catalogue;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a product is called and what is said of it, in one language.
 *
 * @param about Markdown
 */
public record ProductWords(
        String name, String line, String about, String care, String kind, List<Attribute> attributes) {
    private static final int SHORT = 160;
    private static final int LONG = 20_000;
    private static final int MOST = 30;

    public ProductWords {
        attributes = List.copyOf(attributes);
    }

    /** Itself, if it may be written so; what came by other ways may be longer. */
    public ProductWords checked() {
        if (Stream.concat(
                        Stream.of(name, line, about, care, kind),
                        attributes.stream().flatMap(it -> Stream.of(it.name(), it.value())))
                .anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException("Every part of the texts must be there, if only as an empty one.");
        }
        if (name.isBlank()
                || name.length() > SHORT
                || kind.isBlank()
                || kind.length() > SHORT
                || line.length() > SHORT) {
            throw new IllegalArgumentException(
                    "A product needs a name and a kind; they and its line have at most " + SHORT + " characters.");
        }
        if (about.length() > LONG || care.length() > LONG) {
            throw new IllegalArgumentException("A description has at most " + LONG + " characters.");
        }
        if (attributes.size() > MOST
                || attributes.stream()
                        .anyMatch(it -> it.name().isBlank()
                                || it.value().isBlank()
                                || it.name().length() > SHORT
                                || it.value().length() > SHORT)) {
            throw new IllegalArgumentException("At most " + MOST
                    + " attributes, each with a name and a value of at most " + SHORT + " characters.");
        }
        return this;
    }
}
