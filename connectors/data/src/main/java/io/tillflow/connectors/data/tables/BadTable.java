package io.tillflow.connectors.data.tables;

/** A document that is no table; the message names the place. */
final class BadTable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadTable(String reason) {
        super(reason);
    }
}
