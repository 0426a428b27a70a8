/** How good predictions are. */
@NullMarked
package io.tillflow.models.measure;

import org.jspecify.annotations.NullMarked;
