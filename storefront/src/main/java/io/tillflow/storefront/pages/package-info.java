/** Pages that merchants write: imprint, terms, delivery and their own. */
@NullMarked
package io.tillflow.storefront.pages;

import org.jspecify.annotations.NullMarked;
