@NullMarked
package io.tillflow.models.table;

import org.jspecify.annotations.NullMarked;
