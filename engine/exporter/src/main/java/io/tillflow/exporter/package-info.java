/** What the broker loads: writes Zeebe's records to the schema "history" and to the archive, and proves the one from the other. */
@NullMarked
package io.tillflow.exporter;

import org.jspecify.annotations.NullMarked;
