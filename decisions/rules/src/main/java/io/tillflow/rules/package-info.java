/** Decisions as tables, evaluated in this JVM as the broker would. */
@NullMarked
package io.tillflow.rules;

import org.jspecify.annotations.NullMarked;
