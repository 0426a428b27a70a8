/** Who bought here, for the people who run the shop. */
@NullMarked
package io.tillflow.storefront.customers;

import org.jspecify.annotations.NullMarked;
