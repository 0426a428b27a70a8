/** The languages the shop speaks, and what it says in each. */
@NullMarked
package io.tillflow.storefront.language;

import org.jspecify.annotations.NullMarked;
