/** The REST API. */
@NullMarked
package io.tillflow.storefront.api;

import org.jspecify.annotations.NullMarked;
