@NullMarked
package io.tillflow.sandbox;

import org.jspecify.annotations.NullMarked;
