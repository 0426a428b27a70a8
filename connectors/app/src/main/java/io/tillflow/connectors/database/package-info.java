/** The schemas that this app writes, and waiting for its database. */
@NullMarked
package io.tillflow.connectors.database;

import org.jspecify.annotations.NullMarked;
