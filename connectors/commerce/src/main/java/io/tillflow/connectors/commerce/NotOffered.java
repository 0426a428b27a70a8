package io.tillflow.connectors.commerce;

/** A shop has no such thing as what is asked of it: trying again cannot help, the process must do without. */
public final class NotOffered extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    /**
     * @param asked what it was asked to do: {@code allocate stock for order shopify-5512}
     * @param why what it does instead, or what the process can do
     */
    public NotOffered(String shop, String asked, String why) {
        super("expected " + shop + " to " + asked + ", but it does not offer that: " + why);
    }
}
