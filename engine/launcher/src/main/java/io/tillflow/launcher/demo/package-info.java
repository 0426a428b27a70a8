/** {@code tillflow demo} and {@code tillflow verify shop}: real orders through the running suite, and the proof that none got lost. */
@NullMarked
package io.tillflow.launcher.demo;

import org.jspecify.annotations.NullMarked;
