@NullMarked
package io.tillflow.studio.processes;

import org.jspecify.annotations.NullMarked;
