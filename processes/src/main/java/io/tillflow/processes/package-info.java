/** The typed contract of the shipped models: job types, messages, error codes and what travels with them. */
@NullMarked
package io.tillflow.processes;

import org.jspecify.annotations.NullMarked;
