/** Amounts as shoppers read them, and what the shop sells in. */
@NullMarked
package io.tillflow.storefront.money;

import org.jspecify.annotations.NullMarked;
