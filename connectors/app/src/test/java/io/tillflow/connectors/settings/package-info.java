@NullMarked
package io.tillflow.connectors.settings;

import org.jspecify.annotations.NullMarked;
