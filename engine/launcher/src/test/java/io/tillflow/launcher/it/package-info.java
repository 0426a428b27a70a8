/** The packaged launcher with the real database and broker. */
@NullMarked
package io.tillflow.launcher.it;

import org.jspecify.annotations.NullMarked;
