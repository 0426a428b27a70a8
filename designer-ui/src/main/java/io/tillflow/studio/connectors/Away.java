package io.tillflow.studio.connectors;

/** The connectors did not answer. */
public final class Away extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Away(Throwable cause) {
        super("the connectors do not answer: see ./tillflow status and ./tillflow logs connectors", cause);
    }
}
