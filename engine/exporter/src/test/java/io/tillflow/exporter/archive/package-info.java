/** Tests of the package. */
@NullMarked
package io.tillflow.exporter.archive;

import org.jspecify.annotations.NullMarked;
