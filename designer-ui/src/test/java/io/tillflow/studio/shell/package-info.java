@NullMarked
package io.tillflow.studio.shell;

import org.jspecify.annotations.NullMarked;
