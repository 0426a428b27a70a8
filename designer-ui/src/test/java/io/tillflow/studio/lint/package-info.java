@NullMarked
package io.tillflow.studio.lint;

import org.jspecify.annotations.NullMarked;
