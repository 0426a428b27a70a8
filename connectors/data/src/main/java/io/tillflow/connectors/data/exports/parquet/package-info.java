/** Days as Parquet, without a Hadoop installation. */
@NullMarked
package io.tillflow.connectors.data.exports.parquet;

import org.jspecify.annotations.NullMarked;
