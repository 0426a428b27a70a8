/** What analysts can use: every action and trigger with its template, read from the Java that runs it. */
@NullMarked
package io.tillflow.connectors.catalogue;

import org.jspecify.annotations.NullMarked;
