/** Opens payments at the connectors. */
@NullMarked
package io.tillflow.storefront.payments;

import org.jspecify.annotations.NullMarked;
