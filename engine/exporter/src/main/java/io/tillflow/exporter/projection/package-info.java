/** Turns records into rows of "history": pure functions of the record's JSON, the same live and from the archive. */
@NullMarked
package io.tillflow.exporter.projection;

import org.jspecify.annotations.NullMarked;
