/** People and programs using the whole suite, started by its launcher. */
@NullMarked
package io.tillflow.journeys;

import org.jspecify.annotations.NullMarked;
