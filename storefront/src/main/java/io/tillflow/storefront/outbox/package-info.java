/** Events on their way to the automation, written in the transaction that made them true. */
@NullMarked
package io.tillflow.storefront.outbox;

import org.jspecify.annotations.NullMarked;
