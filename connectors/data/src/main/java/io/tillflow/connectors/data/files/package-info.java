/** Documents by reference: the port, and the stores behind it in packages of their own. */
@NullMarked
package io.tillflow.connectors.data.files;

import org.jspecify.annotations.NullMarked;
