/** Job workers: read input, call the port, return or throw. */
@NullMarked
package io.tillflow.connectors.workers;

import org.jspecify.annotations.NullMarked;
