/** REST for the other parts of the suite. */
@NullMarked
package io.tillflow.connectors.web;

import org.jspecify.annotations.NullMarked;
