/** Starts children in order, restarts what dies, adopts or stops what a killed launcher left. */
@NullMarked
package io.tillflow.launcher.supervisor;

import org.jspecify.annotations.NullMarked;
