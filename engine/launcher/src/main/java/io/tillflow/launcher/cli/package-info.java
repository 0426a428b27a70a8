/** The commands people and scripts type. */
@NullMarked
package io.tillflow.launcher.cli;

import org.jspecify.annotations.NullMarked;
