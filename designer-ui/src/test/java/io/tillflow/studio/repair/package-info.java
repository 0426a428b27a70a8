@NullMarked
package io.tillflow.studio.repair;

import org.jspecify.annotations.NullMarked;
