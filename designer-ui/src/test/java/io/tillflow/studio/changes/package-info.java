@NullMarked
package io.tillflow.studio.changes;

import org.jspecify.annotations.NullMarked;
