/** Who runs the shop, where it sends to and for how much: as its merchants say. */
@NullMarked
package io.tillflow.storefront.profile;

import org.jspecify.annotations.NullMarked;
