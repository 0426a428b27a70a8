@NullMarked
package io.tillflow.storefront.search.meaning;

import org.jspecify.annotations.NullMarked;
