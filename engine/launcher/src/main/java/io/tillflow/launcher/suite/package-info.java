/** The children the launcher starts: database, broker, apps. */
@NullMarked
package io.tillflow.launcher.suite;

import org.jspecify.annotations.NullMarked;
