package io.tillflow.connectors.letterboxes;

import java.util.Arrays;
import java.util.Locale;

/** A part of a letter that a process may see. */
enum Taken {
    FROM,
    SUBJECT,
    TEXT,
    ATTACHMENTS;

    static Taken of(String word) {
        return Arrays.stream(values())
                .filter(it -> it.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "takes must be of from, subject, text, attachments, was '" + word + "'"));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
