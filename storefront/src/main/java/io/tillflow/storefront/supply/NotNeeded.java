package io.tillflow.storefront.supply;

/** An article need not be bought: it is not low any more, or somebody else was asked to. */
public class NotNeeded extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotNeeded(String sku) {
        super("expected " + sku + " to be low and this request to be the last one told of it, but it is not");
    }
}
