/** The shop: pages for shoppers, a REST API for everyone else, and the only writer of the schema shop. */
@NullMarked
package io.tillflow.storefront;

import org.jspecify.annotations.NullMarked;
