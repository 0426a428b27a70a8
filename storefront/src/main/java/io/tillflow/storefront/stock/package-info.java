/** How many there are, who they are kept for, and the ledger of every change. */
@NullMarked
package io.tillflow.storefront.stock;

import org.jspecify.annotations.NullMarked;
