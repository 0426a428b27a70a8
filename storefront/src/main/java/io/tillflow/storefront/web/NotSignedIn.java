package io.tillflow.storefront.web;

/** The page is for whoever is signed in; the visitor is asked to, and comes back. */
class NotSignedIn extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
