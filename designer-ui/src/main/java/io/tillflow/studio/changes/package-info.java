/** What differs between two versions of a model, and how two people's versions become one. */
@NullMarked
package io.tillflow.studio.changes;

import org.jspecify.annotations.NullMarked;
