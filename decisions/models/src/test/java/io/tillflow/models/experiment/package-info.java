@NullMarked
package io.tillflow.models.experiment;

import org.jspecify.annotations.NullMarked;
