/** Files with all products, customers or orders, in the columns that the imports read. */
@NullMarked
package io.tillflow.storefront.exports;

import org.jspecify.annotations.NullMarked;
