@NullMarked
package io.tillflow.models.demand;

import org.jspecify.annotations.NullMarked;
