/** How much a new order looks like those that were turned away; what to do about it is decided elsewhere. */
@NullMarked
package io.tillflow.storefront.risk;

import org.jspecify.annotations.NullMarked;
