/** Tests of promotions. */
@NullMarked
package io.tillflow.storefront.promotions;

import org.jspecify.annotations.NullMarked;
