@NullMarked
package io.tillflow.engine.model;

import org.jspecify.annotations.NullMarked;
