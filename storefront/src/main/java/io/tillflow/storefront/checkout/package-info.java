/** From a cart to an order: hold, details, delivery, tax, placing. */
@NullMarked
package io.tillflow.storefront.checkout;

import org.jspecify.annotations.NullMarked;
