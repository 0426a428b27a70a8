@NullMarked
package io.tillflow.storefront;

import org.jspecify.annotations.NullMarked;
