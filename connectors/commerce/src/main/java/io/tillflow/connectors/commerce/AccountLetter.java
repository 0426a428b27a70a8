package io.tillflow.connectors.commerce;

import org.jspecify.annotations.Nullable;

/**
 * What the shop wants somebody to read about their account; never to become process variables.
 *
 * @param name may be empty
 * @param language the code of the language it was asked for in; null is English
 * @param path where its link leads on the shop; null when it has none
 * @param hours how long the link works
 */
public record AccountLetter(
        String template,
        String email,
        String name,
        @Nullable String language,
        @Nullable String path,
        long hours) {
    @Override
    public String toString() {
        return "AccountLetter[" + template + "]";
    }
}
