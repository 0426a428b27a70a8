@NullMarked
package io.tillflow.models.measure;

import org.jspecify.annotations.NullMarked;
