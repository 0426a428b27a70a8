/** What texts mean, as vectors of a small language model in this JVM; no text leaves the machine. */
@NullMarked
package io.tillflow.storefront.search.meaning;

import org.jspecify.annotations.NullMarked;
