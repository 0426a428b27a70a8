/** Steps of an order that staff take themselves. */
@NullMarked
package io.tillflow.storefront.byhand;

import org.jspecify.annotations.NullMarked;
