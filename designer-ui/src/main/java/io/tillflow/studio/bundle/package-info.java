/** The editors' own libraries, run on the server. */
@NullMarked
package io.tillflow.studio.bundle;

import org.jspecify.annotations.NullMarked;
