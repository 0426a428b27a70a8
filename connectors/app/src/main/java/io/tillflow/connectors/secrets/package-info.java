/** Secrets: written by administrators, read by connectors in this process, shown to nobody. */
@NullMarked
package io.tillflow.connectors.secrets;

import org.jspecify.annotations.NullMarked;
