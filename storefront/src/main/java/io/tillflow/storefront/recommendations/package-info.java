/** What goes with what, learned by a model that was tried out or else counted; nothing about a single shopper is used. */
@NullMarked
package io.tillflow.storefront.recommendations;

import org.jspecify.annotations.NullMarked;
