/** The page on which a model is played by hand. */
@NullMarked
package io.tillflow.studio.play.page;

import org.jspecify.annotations.NullMarked;
