/** Buying what the shop sells: the port, its outcomes, and the providers behind it in packages of their own. */
@NullMarked
package io.tillflow.connectors.suppliers;

import org.jspecify.annotations.NullMarked;
