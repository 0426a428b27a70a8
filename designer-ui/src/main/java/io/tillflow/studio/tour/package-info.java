/** Shows an analyst around on the first visit. */
@NullMarked
package io.tillflow.studio.tour;

import org.jspecify.annotations.NullMarked;
