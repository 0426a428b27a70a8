/** Processes that messages begin: whether they act, on paper or not at all, and how much they may do a day. */
@NullMarked
package io.tillflow.studio.automations;

import org.jspecify.annotations.NullMarked;
