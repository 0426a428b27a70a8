@NullMarked
package io.tillflow.storefront.terms;

import org.jspecify.annotations.NullMarked;
