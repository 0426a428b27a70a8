/** Bringing a file in, editing it and taking it out again without losing anything. */
@NullMarked
package io.tillflow.studio.roundtrip;

import org.jspecify.annotations.NullMarked;
