/** The command line of this module, which runs in a JVM of its own. */
@NullMarked
package io.tillflow.models.cli;

import org.jspecify.annotations.NullMarked;
