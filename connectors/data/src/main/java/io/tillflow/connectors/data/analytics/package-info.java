/** Events to count and what they amount to: the port, and the providers behind it in packages of their own. */
@NullMarked
package io.tillflow.connectors.data.analytics;

import org.jspecify.annotations.NullMarked;
