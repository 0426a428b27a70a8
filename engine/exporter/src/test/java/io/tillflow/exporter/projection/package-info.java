/** Tests of the package. */
@NullMarked
package io.tillflow.exporter.projection;

import org.jspecify.annotations.NullMarked;
