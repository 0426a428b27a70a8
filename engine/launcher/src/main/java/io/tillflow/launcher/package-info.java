/** The one command: starts the suite on one machine and speaks to it when it runs. */
@NullMarked
package io.tillflow.launcher;

import org.jspecify.annotations.NullMarked;
