/** The built-in suppliers: price tiers, lead times, and names that force each outcome. */
@NullMarked
package io.tillflow.connectors.suppliers.sandbox;

import org.jspecify.annotations.NullMarked;
