/** What goes with what, by counting; nothing about a single shopper is used. */
@NullMarked
package io.tillflow.storefront.recommendations;

import org.jspecify.annotations.NullMarked;
