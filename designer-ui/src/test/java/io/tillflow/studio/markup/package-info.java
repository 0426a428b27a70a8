@NullMarked
package io.tillflow.studio.markup;

import org.jspecify.annotations.NullMarked;
