/** Signed webhooks: what a provider signs and what we accept. */
@NullMarked
package io.tillflow.connectors.provider.webhook;

import org.jspecify.annotations.NullMarked;
