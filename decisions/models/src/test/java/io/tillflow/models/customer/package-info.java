@NullMarked
package io.tillflow.models.customer;

import org.jspecify.annotations.NullMarked;
