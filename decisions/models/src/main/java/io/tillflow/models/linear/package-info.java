/** Regressions that are a weighted sum. */
@NullMarked
package io.tillflow.models.linear;

import org.jspecify.annotations.NullMarked;
