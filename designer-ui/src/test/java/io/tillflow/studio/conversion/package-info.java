@NullMarked
package io.tillflow.studio.conversion;

import org.jspecify.annotations.NullMarked;
