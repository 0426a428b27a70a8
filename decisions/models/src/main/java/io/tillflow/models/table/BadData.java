package io.tillflow.models.table;

/** Data that cannot be used, with the file, the place and what was expected. */
public final class BadData extends RuntimeException {
    private static final long serialVersionUID = 1;

    public BadData(String sentence) {
        super(sentence);
    }
}
