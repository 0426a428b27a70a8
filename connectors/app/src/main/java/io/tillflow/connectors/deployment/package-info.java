/** The shipped models find their way into an empty broker once. */
@NullMarked
package io.tillflow.connectors.deployment;

import org.jspecify.annotations.NullMarked;
