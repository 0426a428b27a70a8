/** What is out of the ordinary in a metric. */
@NullMarked
package io.tillflow.models.anomaly;

import org.jspecify.annotations.NullMarked;
