/** Where events come in: each is stored once, whoever repeats it. */
@NullMarked
package io.tillflow.connectors.intake;

import org.jspecify.annotations.NullMarked;
