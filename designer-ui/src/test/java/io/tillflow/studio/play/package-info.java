@NullMarked
package io.tillflow.studio.play;

import org.jspecify.annotations.NullMarked;
