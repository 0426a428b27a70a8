/** Commands about predictions; the work itself runs in a JVM of its own. */
@NullMarked
package io.tillflow.launcher.models;

import org.jspecify.annotations.NullMarked;
