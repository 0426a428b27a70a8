package io.tillflow.launcher.demo.robots;

/** Something a shopper waited for did not happen in time. */
final class ShopperGaveUp extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ShopperGaveUp(String message) {
        super(message);
    }
}
