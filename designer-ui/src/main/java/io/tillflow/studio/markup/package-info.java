/** Model files as trees of marked-up text: read, compared, merged and written without losing anything that is in them. */
@NullMarked
package io.tillflow.studio.markup;

import org.jspecify.annotations.NullMarked;
