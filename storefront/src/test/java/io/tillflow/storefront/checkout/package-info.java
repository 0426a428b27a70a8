@NullMarked
package io.tillflow.storefront.checkout;

import org.jspecify.annotations.NullMarked;
