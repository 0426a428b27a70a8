@NullMarked
package io.tillflow.models.anomaly;

import org.jspecify.annotations.NullMarked;
