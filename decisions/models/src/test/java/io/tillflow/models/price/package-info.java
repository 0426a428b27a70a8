@NullMarked
package io.tillflow.models.price;

import org.jspecify.annotations.NullMarked;
