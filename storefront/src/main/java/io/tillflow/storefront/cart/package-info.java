/** What a shopper put aside, without any promise. */
@NullMarked
package io.tillflow.storefront.cart;

import org.jspecify.annotations.NullMarked;
