package io.tillflow.storefront.search;

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

    String everything() {
        return String.join("\n", title, brand, category, features, description);
    }
}
