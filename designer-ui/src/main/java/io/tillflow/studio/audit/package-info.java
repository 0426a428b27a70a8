/** Who changed what, and what it was before. */
@NullMarked
package io.tillflow.studio.audit;

import org.jspecify.annotations.NullMarked;
