/** Sending parcels: the port, its outcomes, and the providers behind it in packages of their own. */
@NullMarked
package io.tillflow.connectors.shipping;

import org.jspecify.annotations.NullMarked;
