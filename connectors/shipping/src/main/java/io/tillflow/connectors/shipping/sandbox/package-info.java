/** The built-in shipping provider: behaves like a real one and moves no parcel. */
@NullMarked
package io.tillflow.connectors.shipping.sandbox;

import org.jspecify.annotations.NullMarked;
