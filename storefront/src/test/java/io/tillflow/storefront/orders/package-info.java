@NullMarked
package io.tillflow.storefront.orders;

import org.jspecify.annotations.NullMarked;
