package io.tillflow.connectors.intelligence;

import java.util.Arrays;
import java.util.List;

/**
 * The models that live in the shop.
 *
 * <p>Each learns from a reporting view of the shop.
 */
enum LivingModel {
    /** What else belongs into a basket. */
    RECOMMENDATION("recommendation", "products that were in the same order");

    private final String word;
    private final String features;

    LivingModel(String word, String features) {
        this.word = word;
        this.features = features;
    }

    String word() {
        return word;
    }

    String features() {
        return features;
    }

    static List<String> words() {
        return Arrays.stream(values()).map(LivingModel::word).toList();
    }

    static LivingModel named(String word) {
        return Arrays.stream(values())
                .filter(model -> model.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "expected a model that lives in the shop, one of " + words() + ", but got " + word));
    }
}
