/** What makes things cheaper, for whom and why not. */
@NullMarked
package io.tillflow.storefront.promotions;

import org.jspecify.annotations.NullMarked;
