@NullMarked
package io.tillflow.storefront.money;

import org.jspecify.annotations.NullMarked;
