/** Measures the search against judgments, beside plain BM25. */
@NullMarked
package io.tillflow.storefront.search.eval;

import org.jspecify.annotations.NullMarked;
