/** The schema "history" in PostgreSQL: its migrations, how rows get in and how old ones get out. */
@NullMarked
package io.tillflow.exporter.store;

import org.jspecify.annotations.NullMarked;
