/** Operating-system processes: who they are, how they start and stop, what they use. */
@NullMarked
package io.tillflow.launcher.process;

import org.jspecify.annotations.NullMarked;
