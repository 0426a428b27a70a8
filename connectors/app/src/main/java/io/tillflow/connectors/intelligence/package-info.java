/** The life of prediction models: trained by a process, tried before use, promoted or refused, rolled back. */
@NullMarked
package io.tillflow.connectors.intelligence;

import org.jspecify.annotations.NullMarked;
