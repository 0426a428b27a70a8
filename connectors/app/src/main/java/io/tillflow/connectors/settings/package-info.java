/** What the app reads from its environment. */
@NullMarked
package io.tillflow.connectors.settings;

import org.jspecify.annotations.NullMarked;
