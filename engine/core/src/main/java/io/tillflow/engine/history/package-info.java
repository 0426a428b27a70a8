/** Reads what happened from the schema the exporter writes. Nothing here writes, and every list is paged by a cursor. */
@NullMarked
package io.tillflow.engine.history;

import org.jspecify.annotations.NullMarked;
