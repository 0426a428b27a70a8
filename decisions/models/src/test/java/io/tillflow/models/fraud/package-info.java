@NullMarked
package io.tillflow.models.fraud;

import org.jspecify.annotations.NullMarked;
