/** Documents in a folder of this machine. */
@NullMarked
package io.tillflow.connectors.data.files.local;

import org.jspecify.annotations.NullMarked;
