/** The automations that Tillflow ships, to look at and to make one's own. */
@NullMarked
package io.tillflow.studio.library;

import org.jspecify.annotations.NullMarked;
