/** How much of an item will be asked for. */
@NullMarked
package io.tillflow.models.demand;

import org.jspecify.annotations.NullMarked;
