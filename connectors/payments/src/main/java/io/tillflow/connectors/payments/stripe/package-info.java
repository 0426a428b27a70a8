/** Stripe: Checkout pages with manual capture. */
@NullMarked
package io.tillflow.connectors.payments.stripe;

import org.jspecify.annotations.NullMarked;
