/** What buyers say about what they bought, once it was read. */
@NullMarked
package io.tillflow.storefront.reviews;

import org.jspecify.annotations.NullMarked;
