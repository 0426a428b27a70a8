/** CSV and JSON documents as tables: read in part, written whole or row by row. */
@NullMarked
package io.tillflow.connectors.data.tables;

import org.jspecify.annotations.NullMarked;
