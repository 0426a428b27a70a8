/** Letterboxes: mailboxes whose letters begin processes. */
@NullMarked
package io.tillflow.studio.letterboxes;

import org.jspecify.annotations.NullMarked;
