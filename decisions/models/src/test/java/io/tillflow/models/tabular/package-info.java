@NullMarked
package io.tillflow.models.tabular;

import org.jspecify.annotations.NullMarked;
