@NullMarked
package io.tillflow.storefront.pictures;

import org.jspecify.annotations.NullMarked;
