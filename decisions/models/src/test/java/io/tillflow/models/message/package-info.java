@NullMarked
package io.tillflow.models.message;

import org.jspecify.annotations.NullMarked;
