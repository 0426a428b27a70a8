/** From the inbox to the broker: each event becomes one message, in order per subject, whatever crashes. */
@NullMarked
package io.tillflow.connectors.dispatch;

import org.jspecify.annotations.NullMarked;
