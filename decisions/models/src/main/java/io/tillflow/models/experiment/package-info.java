/** Assignment to variants and tests that may be looked at any time. */
@NullMarked
package io.tillflow.models.experiment;

import org.jspecify.annotations.NullMarked;
