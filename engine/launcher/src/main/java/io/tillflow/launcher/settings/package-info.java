/** What can be set in {@code tillflow.yml} and the environment, the port table, folders and generated secrets. */
@NullMarked
package io.tillflow.launcher.settings;

import org.jspecify.annotations.NullMarked;
