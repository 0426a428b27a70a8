/** Costs: what a call or an hour costs, and what the steps of a process come to with that. */
@NullMarked
package io.tillflow.studio.costs;

import org.jspecify.annotations.NullMarked;
