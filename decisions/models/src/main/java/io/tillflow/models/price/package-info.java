/** How demand answers to the price. */
@NullMarked
package io.tillflow.models.price;

import org.jspecify.annotations.NullMarked;
