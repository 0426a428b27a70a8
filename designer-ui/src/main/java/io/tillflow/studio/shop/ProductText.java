package io.tillflow.studio.shop;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a product in a language.
 *
 * @param about Markdown
 */
record ProductText(String name, String line, String about, String care, String kind, List<Attribute> attributes) {
    record Attribute(String name, String value) {}

    /** A colour, by one of its variants. */
    record Colour(String sku, String name) {}

    /**
     * What its colours and sizes are called; empty where it is as in English.
     *
     * @param colours by their key
     * @param sizes by what they are called in English
     */
    record Options(Map<String, String> colours, Map<String, String> sizes) {}

    /** @param seen what its author looked at */
    record Names(Options seen, Options options) {}

    /**
     * In all languages.
     *
     * @param path its page in the shop
     * @param words by language; none where it is not translated
     * @param looks its descriptions as shoppers see them
     * @param options by language
     */
    record Whole(
            String product,
            String path,
            Map<String, ProductText> words,
            Map<String, String> looks,
            Map<String, Options> options,
            List<Colour> skus) {
        /** The same with other names of its options in that language. */
        Whole named(String language, Options now) {
            Map<String, Options> others = new HashMap<>(options);
            others.put(language, now);
            return new Whole(product, path, words, looks, others, skus);
        }
    }

    /** @param seen what its author looked at; null where it was not translated */
    record Draft(@Nullable ProductText seen, ProductText words) {}

    /**
     * One that shows a variant.
     *
     * @param alts by language; empty for a drawn one
     * @param small a small JPEG in base 64; null for a drawn one
     */
    record Picture(
            String name,
            String path,
            Map<String, String> alts,
            @Nullable String small) {}

    /** @param content the file, in base 64 */
    record Upload(byte[] content, Map<String, String> alts) {}
}
