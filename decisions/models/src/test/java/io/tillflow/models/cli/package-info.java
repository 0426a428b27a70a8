@NullMarked
package io.tillflow.models.cli;

import org.jspecify.annotations.NullMarked;
