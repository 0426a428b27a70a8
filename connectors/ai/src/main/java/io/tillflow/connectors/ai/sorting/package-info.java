/** How often texts are sorted rightly, beside rules that need no model. */
@NullMarked
package io.tillflow.connectors.ai.sorting;

import org.jspecify.annotations.NullMarked;
