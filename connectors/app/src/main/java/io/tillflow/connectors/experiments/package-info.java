/** Experiments drawn into processes: who gets which arm, what came of it, and what can be said of the difference. */
@NullMarked
package io.tillflow.connectors.experiments;

import org.jspecify.annotations.NullMarked;
