/** Better bounds for decision tables, from what came of past decisions: proposed as a difference of cells, accepted by a person. */
@NullMarked
package io.tillflow.studio.tuning;

import org.jspecify.annotations.NullMarked;
