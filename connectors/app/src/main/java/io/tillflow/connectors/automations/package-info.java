/** Processes that a message begins: whether they act, on paper or not at all, and how much they may do a day. */
@NullMarked
package io.tillflow.connectors.automations;

import org.jspecify.annotations.NullMarked;
