/** Measures the running suite beside a yardstick on the same machine. */
@NullMarked
package io.tillflow.launcher.bench;

import org.jspecify.annotations.NullMarked;
