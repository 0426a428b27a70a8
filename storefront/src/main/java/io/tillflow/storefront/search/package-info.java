/** Finds products by what shoppers type. */
@NullMarked
package io.tillflow.storefront.search;

import org.jspecify.annotations.NullMarked;
