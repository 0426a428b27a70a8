@NullMarked
package io.tillflow.storefront.stock;

import org.jspecify.annotations.NullMarked;
