/** Which customers are about to leave. */
@NullMarked
package io.tillflow.models.churn;

import org.jspecify.annotations.NullMarked;
