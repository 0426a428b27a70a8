/** How the workers are let in by the process engine. */
@NullMarked
package io.tillflow.connectors.gateway;

import org.jspecify.annotations.NullMarked;
