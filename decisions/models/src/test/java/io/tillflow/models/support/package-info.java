@NullMarked
package io.tillflow.models.support;

import org.jspecify.annotations.NullMarked;
