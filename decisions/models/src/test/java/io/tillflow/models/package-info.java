@NullMarked
package io.tillflow.models;

import org.jspecify.annotations.NullMarked;
