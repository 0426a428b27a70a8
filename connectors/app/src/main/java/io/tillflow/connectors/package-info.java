/** The connectors app: workers, intake, dispatcher, sandbox providers and webhooks in one process. */
@NullMarked
package io.tillflow.connectors;

import org.jspecify.annotations.NullMarked;
