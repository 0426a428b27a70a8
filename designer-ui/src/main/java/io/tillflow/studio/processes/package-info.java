/** The processes as a whole: what runs, how it goes, where it is hot. */
@NullMarked
package io.tillflow.studio.processes;

import org.jspecify.annotations.NullMarked;
