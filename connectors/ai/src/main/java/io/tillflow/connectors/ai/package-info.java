/**
 * Asking language models: what to ask, who answers, what it may cost, what must not leave. A plain library without workers.
 *
 * @see "docs/adr/0022"
 */
@NullMarked
package io.tillflow.connectors.ai;

import org.jspecify.annotations.NullMarked;
