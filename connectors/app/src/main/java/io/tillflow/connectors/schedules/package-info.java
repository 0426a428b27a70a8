/** Events that come at their time: each due instant of a schedule is one event of the inbox. */
@NullMarked
package io.tillflow.connectors.schedules;

import org.jspecify.annotations.NullMarked;
