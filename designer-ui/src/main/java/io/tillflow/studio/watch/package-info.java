/** What goes wrong without saying so: silent stalls, and backlogs per job type. */
@NullMarked
package io.tillflow.studio.watch;

import org.jspecify.annotations.NullMarked;
