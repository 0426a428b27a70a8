/** Who has which model open now. */
@NullMarked
package io.tillflow.studio.presence;

import org.jspecify.annotations.NullMarked;
