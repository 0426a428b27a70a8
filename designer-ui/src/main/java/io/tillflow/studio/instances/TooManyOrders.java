package io.tillflow.studio.instances;

/** What was asked for fits the customers of so many orders that nobody would look through them. */
final class TooManyOrders extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    TooManyOrders(String words, int most) {
        super("expected more of a customer's name or address: \"" + words + "\" fits more than " + most + " orders");
    }
}
