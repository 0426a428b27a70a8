/** The shop's reporting views as documents, day by day, each day again when it changed. */
@NullMarked
package io.tillflow.connectors.data.exports;

import org.jspecify.annotations.NullMarked;
