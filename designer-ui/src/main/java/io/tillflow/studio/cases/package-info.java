/** Cases of decision tables: facts, and the rule and answer that must come of them; kept in versions, run beside the drawing. */
@NullMarked
package io.tillflow.studio.cases;

import org.jspecify.annotations.NullMarked;
