@NullMarked
package io.tillflow.studio.costs;

import org.jspecify.annotations.NullMarked;
