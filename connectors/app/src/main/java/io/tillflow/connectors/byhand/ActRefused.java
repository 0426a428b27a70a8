package io.tillflow.connectors.byhand;

/** It cannot be done, in words for the person who asked. */
final class ActRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ActRefused(String why) {
        super(why);
    }
}
