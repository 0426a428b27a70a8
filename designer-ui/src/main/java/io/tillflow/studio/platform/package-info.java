/** What runs below the features: the database that may be away, the clock, the settings. */
@NullMarked
package io.tillflow.studio.platform;

import org.jspecify.annotations.NullMarked;
