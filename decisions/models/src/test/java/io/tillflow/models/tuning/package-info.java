@NullMarked
package io.tillflow.models.tuning;

import org.jspecify.annotations.NullMarked;
