/** The studio: where analysts, operators and merchants draw, watch and repair the shop's processes. */
@NullMarked
package io.tillflow.studio;

import org.jspecify.annotations.NullMarked;
