/** Judges a model before the broker sees it. */
@NullMarked
package io.tillflow.studio.lint;

import org.jspecify.annotations.NullMarked;
