/** An engine to play, try and test models on: in memory, in a JVM of its own, with a clock that obeys. */
@NullMarked
package io.tillflow.sandbox;

import org.jspecify.annotations.NullMarked;
