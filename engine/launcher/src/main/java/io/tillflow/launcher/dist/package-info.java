/** The database's and broker's distributions: digest checked, unpacked once. */
@NullMarked
package io.tillflow.launcher.dist;

import org.jspecify.annotations.NullMarked;
