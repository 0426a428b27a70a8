package io.tillflow.storefront.events;

/** What a shopper may have done. */
public enum EventKind {
    PAGE_VIEW("page-view"),
    SEARCH("search"),
    PRODUCT_VIEW("product-view"),
    CART_CHANGE("cart-change"),
    CHECKOUT_STEP("checkout-step"),
    PURCHASE("purchase"),
    RETURN("return"),
    MESSAGE("message");

    private final String code;

    EventKind(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
