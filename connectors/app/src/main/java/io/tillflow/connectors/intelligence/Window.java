package io.tillflow.connectors.intelligence;

import java.time.Instant;

/**
 * What is there to learn from.
 *
 * @param seen how many of the rows the version in use has learned from
 */
record Window(Instant from, Instant to, int rows, int seen) {}
