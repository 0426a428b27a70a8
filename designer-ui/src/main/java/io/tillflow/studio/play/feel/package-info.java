/** Expressions tried with the data that a scenario has at an element. */
@NullMarked
package io.tillflow.studio.play.feel;

import org.jspecify.annotations.NullMarked;
