/** The words and the look of what we write to shoppers. */
@NullMarked
package io.tillflow.connectors.messaging.letter;

import org.jspecify.annotations.NullMarked;
