@NullMarked
package io.tillflow.engine.history;

import org.jspecify.annotations.NullMarked;
