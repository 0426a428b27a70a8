/** Better bounds for decision tables, learned from what came of past decisions and proposed to a person. */
@NullMarked
package io.tillflow.models.tuning;

import org.jspecify.annotations.NullMarked;
