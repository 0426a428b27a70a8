package io.tillflow.storefront.search;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the search knows of a product.
 *
 * @param features short facts a shopper may name, as colours and materials; may be empty, as all but id and title
 */
public record Listing(String id, String title, String brand, String category, String features, String description) {
    public Listing {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a product needs an id, title was \"" + title + "\"");
        }
    }

    /** What a reader would be told first, as a sentence or two. */
    public String said() {
        return Stream.of(title, category, brand, features, description)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(". "));
    }

    String everything() {
        return String.join("\n", title, brand, category, features, description);
    }
}
