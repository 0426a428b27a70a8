/** What shoppers ask about an order, and what they are answered. */
@NullMarked
package io.tillflow.storefront.support;

import org.jspecify.annotations.NullMarked;
