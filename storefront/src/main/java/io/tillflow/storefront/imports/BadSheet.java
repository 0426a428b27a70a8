package io.tillflow.storefront.imports;

/** The file as a whole cannot be taken over; the message says why. */
public final class BadSheet extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadSheet(String sentence) {
        super(sentence);
    }
}
