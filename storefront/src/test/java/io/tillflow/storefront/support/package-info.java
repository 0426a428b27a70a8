@NullMarked
package io.tillflow.storefront.support;

import org.jspecify.annotations.NullMarked;
