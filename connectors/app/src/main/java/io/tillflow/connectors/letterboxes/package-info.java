/** Mailboxes whose letters begin processes: each letter is one event, and little of it enters the engine. */
@NullMarked
package io.tillflow.connectors.letterboxes;

import org.jspecify.annotations.NullMarked;
