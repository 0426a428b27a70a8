package io.tillflow.storefront.pages;

import io.tillflow.storefront.language.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The texts a shop comes with, until its merchants write better ones; what they must fill in stands in double brackets. */
final class ShippedPages {
    /** Every shop needs these; they can be rewritten but not taken away. */
    static final List<String> NAMES = List.of("delivery", "returns", "about", "imprint", "terms", "privacy");

    private ShippedPages() {}

    static Optional<PageText> of(String page, Language language) {
        return NAMES.contains(page) ? Optional.of(read(page, language)) : Optional.empty();
    }

    private static PageText read(String page, Language language) {
        String file = "/pages/" + language.code() + "/" + page + ".md";
        try (InputStream in = Objects.requireNonNull(ShippedPages.class.getResourceAsStream(file), file)) {
            String[] parts = new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", 2);
            String title = parts[0].replaceFirst("^# ", "").strip();
            return new PageText(page, language, PageText.SHIPPED, title, parts[1].strip(), "", Instant.EPOCH);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
