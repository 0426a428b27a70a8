/** The frame around every page: rail, top bar, scheme, language. */
@NullMarked
package io.tillflow.studio.shell;

import org.jspecify.annotations.NullMarked;
