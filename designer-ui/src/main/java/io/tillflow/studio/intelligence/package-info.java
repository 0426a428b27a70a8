/** Prediction models as people see them: what is in use, how it was judged, train, promote, roll back. */
@NullMarked
package io.tillflow.studio.intelligence;

import org.jspecify.annotations.NullMarked;
