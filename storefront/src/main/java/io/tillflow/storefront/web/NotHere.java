package io.tillflow.storefront.web;

/** There is no such page, or not for this visitor. */
class NotHere extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
