/** Webhooks that an analyst makes: an address of its own, a secret, and the message that each genuine call becomes. */
@NullMarked
package io.tillflow.connectors.hooks;

import org.jspecify.annotations.NullMarked;
