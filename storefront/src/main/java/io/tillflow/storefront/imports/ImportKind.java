package io.tillflow.storefront.imports;

import java.util.Locale;
import java.util.Optional;

/** What can be taken over. */
public enum ImportKind {
    PRODUCTS,
    CUSTOMERS,
    ORDERS,
    /** How many of an article lie at each location. */
    INVENTORY;

    public static Optional<ImportKind> of(String name) {
        for (ImportKind kind : values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(name)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
