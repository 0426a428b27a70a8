@NullMarked
package io.tillflow.studio;

import org.jspecify.annotations.NullMarked;
