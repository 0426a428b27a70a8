package io.tillflow.studio.repair;

/** An idempotency key was sent again, but with another command. */
final class KeyUsedForAnother extends RuntimeException {
    private static final long serialVersionUID = 1L;

    KeyUsedForAnother(String key) {
        super("expected the idempotency key " + key
                + " to come with the command it came with first, but this is another");
    }
}
