@NullMarked
package io.tillflow.studio.tasks;

import org.jspecify.annotations.NullMarked;
