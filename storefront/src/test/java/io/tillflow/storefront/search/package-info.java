/** Tests of the search. */
@NullMarked
package io.tillflow.storefront.search;

import org.jspecify.annotations.NullMarked;
