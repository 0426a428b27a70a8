package io.tillflow.storefront.terms;

import java.time.Instant;

/** Under which terms the shop delivers. */
public interface Terms {
    DeliveryTerms now();

    /** As they were then: what a checkout showed when it began, it keeps. */
    DeliveryTerms at(Instant moment);
}
