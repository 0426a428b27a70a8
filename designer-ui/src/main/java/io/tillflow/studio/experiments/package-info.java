/** Experiments that are drawn into processes: how their arms do, and what people decide. */
@NullMarked
package io.tillflow.studio.experiments;

import org.jspecify.annotations.NullMarked;
