/** The built-in payment provider: behaves like a real one and moves no money. */
@NullMarked
package io.tillflow.connectors.payments.sandbox;

import org.jspecify.annotations.NullMarked;
