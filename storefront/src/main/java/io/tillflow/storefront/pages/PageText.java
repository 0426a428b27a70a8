package io.tillflow.storefront.pages;

import io.tillflow.storefront.language.Language;
import java.time.Instant;

/**
 * What a page says in a language, in one version.
 *
 * @param version 0 for what the shop comes with
 * @param body Markdown
 */
public record PageText(
        String page, Language language, int version, String title, String body, String author, Instant writtenAt) {
    static final int SHIPPED = 0;
}
