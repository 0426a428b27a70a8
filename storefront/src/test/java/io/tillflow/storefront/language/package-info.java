@NullMarked
package io.tillflow.storefront.language;

import org.jspecify.annotations.NullMarked;
