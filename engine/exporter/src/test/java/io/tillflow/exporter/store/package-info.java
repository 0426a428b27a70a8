/** Tests of the package. */
@NullMarked
package io.tillflow.exporter.store;

import org.jspecify.annotations.NullMarked;
