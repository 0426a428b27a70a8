/** Measures the shop's pages with Lighthouse. */
@NullMarked
package io.tillflow.launcher.bench.lighthouse;

import org.jspecify.annotations.NullMarked;
