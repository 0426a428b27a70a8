/** The pages where an administrator keeps people and tokens. */
@NullMarked
package io.tillflow.studio.settings;

import org.jspecify.annotations.NullMarked;
