package io.tillflow.storefront.terms;

import java.util.Optional;

/** How fast it shall come. */
public enum Delivery {
    STANDARD,
    EXPRESS;

    public String code() {
        return this == STANDARD ? "standard" : "express";
    }

    public static Optional<Delivery> of(String code) {
        return switch (code) {
            case "standard" -> Optional.of(STANDARD);
            case "express" -> Optional.of(EXPRESS);
            default -> Optional.empty();
        };
    }
}
