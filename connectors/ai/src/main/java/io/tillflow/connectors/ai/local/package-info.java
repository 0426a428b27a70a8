/** The model that is always there: in this JVM, without a key, and honest about what it cannot do. */
@NullMarked
package io.tillflow.connectors.ai.local;

import org.jspecify.annotations.NullMarked;
