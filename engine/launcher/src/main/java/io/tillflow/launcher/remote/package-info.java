/** Speaks to a running studio over its REST API. */
@NullMarked
package io.tillflow.launcher.remote;

import org.jspecify.annotations.NullMarked;
