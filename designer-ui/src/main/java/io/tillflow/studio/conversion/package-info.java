/** Models of Camunda 7 made into models of Zeebe: what maps is mapped, what does not is listed, nothing is lost silently. */
@NullMarked
package io.tillflow.studio.conversion;

import org.jspecify.annotations.NullMarked;
