/** Webhooks of one's own: where they are called, by whom, and what the last calls were. */
@NullMarked
package io.tillflow.studio.webhooks;

import org.jspecify.annotations.NullMarked;
