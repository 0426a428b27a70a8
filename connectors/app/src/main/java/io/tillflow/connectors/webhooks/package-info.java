/** What providers tell us, checked and turned into events. */
@NullMarked
package io.tillflow.connectors.webhooks;

import org.jspecify.annotations.NullMarked;
