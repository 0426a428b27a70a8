/** Measures the exporter's way of writing beside the usual one. */
@NullMarked
package io.tillflow.exporter.bench;

import org.jspecify.annotations.NullMarked;
