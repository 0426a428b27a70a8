/** Prices that change while somebody looks: their history, their reasons, and what the law wants said about a reduction. */
@NullMarked
package io.tillflow.storefront.prices;

import org.jspecify.annotations.NullMarked;
