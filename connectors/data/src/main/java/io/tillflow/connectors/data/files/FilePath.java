package io.tillflow.connectors.data.files;

import java.util.regex.Pattern;

/** Names a document within the store, as {@code exports/orders.csv}; nothing outside it can be named. */
public record FilePath(String value) {
    private static final Pattern FORM =
            Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._=-]*(/[A-Za-z0-9_][A-Za-z0-9._=-]*){0,9}");
    private static final int LONGEST = 200;

    public FilePath {
        if (value.length() > LONGEST || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "expected a document's path like reports/orders.csv, of letters, digits and . _ - = between the slashes and at most "
                            + LONGEST + " characters, but got '" + value + "'");
        }
    }

    /** What follows the last dot, in small letters; empty without one. */
    public String ending() {
        int dot = value.lastIndexOf('.');
        return dot > value.lastIndexOf('/') ? value.substring(dot + 1).toLowerCase(java.util.Locale.ROOT) : "";
    }

    @Override
    public String toString() {
        return value;
    }
}
