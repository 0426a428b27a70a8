/** Rules for when people want to be told, and the alerts they raise. */
@NullMarked
package io.tillflow.studio.alerts;

import org.jspecify.annotations.NullMarked;
