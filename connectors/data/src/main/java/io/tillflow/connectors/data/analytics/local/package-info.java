/** Events kept in our own database. */
@NullMarked
package io.tillflow.connectors.data.analytics.local;

import org.jspecify.annotations.NullMarked;
