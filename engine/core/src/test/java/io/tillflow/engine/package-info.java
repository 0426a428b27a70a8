@NullMarked
package io.tillflow.engine;

import org.jspecify.annotations.NullMarked;
