/** What the built-in sandbox providers share: injected faults, idempotent calls and signed webhooks with retries. */
@NullMarked
package io.tillflow.connectors.provider.sandbox;

import org.jspecify.annotations.NullMarked;
