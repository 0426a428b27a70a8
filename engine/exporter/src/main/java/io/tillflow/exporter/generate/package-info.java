/** Makes up histories and loads, to measure readers and the exporter itself with. */
@NullMarked
package io.tillflow.exporter.generate;

import org.jspecify.annotations.NullMarked;
