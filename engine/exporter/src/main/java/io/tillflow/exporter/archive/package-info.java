/** The raw records in compressed, rotated segment files. */
@NullMarked
package io.tillflow.exporter.archive;

import org.jspecify.annotations.NullMarked;
