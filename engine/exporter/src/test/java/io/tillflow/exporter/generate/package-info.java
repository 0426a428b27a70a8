/** Tests of the package. */
@NullMarked
package io.tillflow.exporter.generate;

import org.jspecify.annotations.NullMarked;
