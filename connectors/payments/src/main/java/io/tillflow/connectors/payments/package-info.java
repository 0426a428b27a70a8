/** Taking money: the port, its outcomes, and the providers behind it in packages of their own. */
@NullMarked
package io.tillflow.connectors.payments;

import org.jspecify.annotations.NullMarked;
