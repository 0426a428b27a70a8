/** The shop as the processes see it: orders, their stock and what the order page shows. */
@NullMarked
package io.tillflow.connectors.commerce;

import org.jspecify.annotations.NullMarked;
