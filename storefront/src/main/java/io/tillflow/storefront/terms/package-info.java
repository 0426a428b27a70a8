/** What a sale is agreed on: who, where to, how fast, at which price. */
@NullMarked
package io.tillflow.storefront.terms;

import org.jspecify.annotations.NullMarked;
