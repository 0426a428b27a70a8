package io.tillflow.storefront.terms;

/** Under which terms the shop delivers. */
public interface Terms {
    /** In the currency of the request. */
    DeliveryTerms now();

    /** Which of all there ever were those are. */
    int revision();

    /** What a checkout showed when it began, it keeps, whichever copy of the shop answers. */
    DeliveryTerms of(int revision, String currency);
}
