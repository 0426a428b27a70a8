/** What the machine has left for something large, such as a language model. */
@NullMarked
package io.tillflow.models.machine;

import org.jspecify.annotations.NullMarked;
