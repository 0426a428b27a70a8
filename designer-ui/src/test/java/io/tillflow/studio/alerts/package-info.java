@NullMarked
package io.tillflow.studio.alerts;

import org.jspecify.annotations.NullMarked;
