/** Plays the shipped models on the sandbox engine, with scripted workers and a clock that obeys. */
@NullMarked
package io.tillflow.processes;

import org.jspecify.annotations.NullMarked;
