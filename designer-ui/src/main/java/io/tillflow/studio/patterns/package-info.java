/** Events that come when a metric of the shop is out of bounds. */
@NullMarked
package io.tillflow.studio.patterns;

import org.jspecify.annotations.NullMarked;
