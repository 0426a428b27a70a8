/** The suite as an outsider reaches it: its REST interfaces and the views of the history schema. */
@NullMarked
package io.tillflow.launcher.demo.suite;

import org.jspecify.annotations.NullMarked;
