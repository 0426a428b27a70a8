/** Small pieces that every view is made of. */
@NullMarked
package io.tillflow.studio.kit;

import org.jspecify.annotations.NullMarked;
