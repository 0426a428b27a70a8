/** What is known about jobs beyond one of them: counts, the emergency stop, and dying on purpose. */
@NullMarked
package io.tillflow.connectors.jobs;

import org.jspecify.annotations.NullMarked;
