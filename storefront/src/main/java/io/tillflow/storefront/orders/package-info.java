/** Placed orders and what became of them. */
@NullMarked
package io.tillflow.storefront.orders;

import org.jspecify.annotations.NullMarked;
