/** Tests of the search. */
@NullMarked
package io.tillflow.storefront.search.eval;

import org.jspecify.annotations.NullMarked;
