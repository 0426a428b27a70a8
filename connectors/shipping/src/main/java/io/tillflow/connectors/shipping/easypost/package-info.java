/** Parcels by EasyPost, which stands before many carriers. */
@NullMarked
package io.tillflow.connectors.shipping.easypost;

import org.jspecify.annotations.NullMarked;
