package io.tillflow.studio.lint;

import java.util.List;
import java.util.Locale;

/**
 * Something about a model that somebody should know.
 *
 * @param elementId the element it is about, empty for the whole file
 * @param severity {@code error} keeps the model from being deployed
 * @param entryIds the fields of the properties panel that mend it
 */
public record Finding(
        String file, String elementId, String rule, Severity severity, String message, List<String> entryIds) {
    private static final int LONGEST = 600;

    /** How bad it is. */
    public enum Severity {
        ERROR,
        WARNING;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Finding {
        elementId = cut(elementId, 200);
        message = cut(message, LONGEST);
        entryIds = List.copyOf(entryIds);
    }

    public static Finding error(String file, String elementId, String rule, String message) {
        return new Finding(file, elementId, rule, Severity.ERROR, message, List.of());
    }

    public static Finding warning(String file, String elementId, String rule, String message) {
        return new Finding(file, elementId, rule, Severity.WARNING, message, List.of());
    }

    /** The message as a reader is told it. */
    public String said(Locale locale) {
        return FindingWords.said(message, locale);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 1) + "…";
    }
}
