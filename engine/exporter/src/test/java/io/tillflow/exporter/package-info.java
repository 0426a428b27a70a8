/** The exporter beside a real database and a real broker. */
@NullMarked
package io.tillflow.exporter;

import org.jspecify.annotations.NullMarked;
