/** Writing to shoppers: each letter at most once, through a port that real and local mail servers stand behind. */
@NullMarked
package io.tillflow.connectors.messaging;

import org.jspecify.annotations.NullMarked;
