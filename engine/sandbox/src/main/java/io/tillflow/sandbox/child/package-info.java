/** What runs in the engine's JVM; the only place that knows the engine's classes. */
@NullMarked
package io.tillflow.sandbox.child;

import org.jspecify.annotations.NullMarked;
