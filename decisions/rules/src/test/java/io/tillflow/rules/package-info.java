@NullMarked
package io.tillflow.rules;

import org.jspecify.annotations.NullMarked;
