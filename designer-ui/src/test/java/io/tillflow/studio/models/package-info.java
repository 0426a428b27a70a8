@NullMarked
package io.tillflow.studio.models;

import org.jspecify.annotations.NullMarked;
