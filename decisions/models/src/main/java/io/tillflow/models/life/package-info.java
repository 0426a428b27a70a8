/** How a model is tried before it is trusted: on later data than it learned from, beside what it would replace. */
@NullMarked
package io.tillflow.models.life;

import org.jspecify.annotations.NullMarked;
