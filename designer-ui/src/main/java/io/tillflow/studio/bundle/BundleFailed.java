package io.tillflow.studio.bundle;

/** The editors' libraries could not do what was asked; the message says why in their words. */
public final class BundleFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final boolean slow;

    BundleFailed(String message, boolean slow) {
        super(message);
        this.slow = slow;
    }

    /** Whether it was stopped because it took too long. */
    public boolean tookTooLong() {
        return slow;
    }
}
