@NullMarked
package io.tillflow.storefront.catalogue;

import org.jspecify.annotations.NullMarked;
