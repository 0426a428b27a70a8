/** Events that come at their time: when, for whom, what became of the last ones. */
@NullMarked
package io.tillflow.studio.schedules;

import org.jspecify.annotations.NullMarked;
