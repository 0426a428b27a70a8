@NullMarked
package io.tillflow.studio.roundtrip;

import org.jspecify.annotations.NullMarked;
