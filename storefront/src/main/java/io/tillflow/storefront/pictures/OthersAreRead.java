package io.tillflow.storefront.pictures;

/** Other pictures are being read, for too long to wait. */
public final class OthersAreRead extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
