/** Rebuilds history from the archive, to prove what is stored or to replace it. */
@NullMarked
package io.tillflow.exporter.verify;

import org.jspecify.annotations.NullMarked;
