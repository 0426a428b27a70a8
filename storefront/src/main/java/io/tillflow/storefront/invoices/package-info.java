/** Invoices as documents to keep. */
@NullMarked
package io.tillflow.storefront.invoices;

import org.jspecify.annotations.NullMarked;
