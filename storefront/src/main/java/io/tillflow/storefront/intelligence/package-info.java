/** Versions of prediction models that the registry names, in the shop's memory. */
@NullMarked
package io.tillflow.storefront.intelligence;

import org.jspecify.annotations.NullMarked;
