/** Trying a model on the sandbox engine: by hand, and by scenarios that say what must happen. */
@NullMarked
package io.tillflow.studio.play;

import org.jspecify.annotations.NullMarked;
