/** A connector of one's own, as connectors/app/README.md tells how to write one. */
@NullMarked
package io.tillflow.example;

import org.jspecify.annotations.NullMarked;
