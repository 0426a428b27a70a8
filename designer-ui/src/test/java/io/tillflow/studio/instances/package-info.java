@NullMarked
package io.tillflow.studio.instances;

import org.jspecify.annotations.NullMarked;
