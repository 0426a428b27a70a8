/** The client side of the engine: commands to the broker, and what history says happened. */
@NullMarked
package io.tillflow.engine;

import org.jspecify.annotations.NullMarked;
