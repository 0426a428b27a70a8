/** Yes-or-no predictions from a table of mixed columns. */
@NullMarked
package io.tillflow.models.tabular;

import org.jspecify.annotations.NullMarked;
