@NullMarked
package io.tillflow.studio.cases;

import org.jspecify.annotations.NullMarked;
