/** Events that come when a metric of the shop is out of bounds: each window of a pattern is at most one event a subject. */
@NullMarked
package io.tillflow.connectors.patterns;

import org.jspecify.annotations.NullMarked;
