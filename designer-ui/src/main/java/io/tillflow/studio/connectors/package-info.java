/** What Tillflow reaches: providers and how they do, rehearsals of their failures, the emergency stop and secrets. */
@NullMarked
package io.tillflow.studio.connectors;

import org.jspecify.annotations.NullMarked;
