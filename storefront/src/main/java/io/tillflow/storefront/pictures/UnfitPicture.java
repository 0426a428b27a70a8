package io.tillflow.storefront.pictures;

/** What was brought is no picture that the shop takes; the message says what to do. */
public final class UnfitPicture extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnfitPicture(String why) {
        super(why);
    }
}
