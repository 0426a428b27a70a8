/** Calling any REST API, safely: allowed hosts only, no private addresses, limits of size and time. */
@NullMarked
package io.tillflow.connectors.http;

import org.jspecify.annotations.NullMarked;
