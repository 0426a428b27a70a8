/** Short messages to phones by Twilio. */
@NullMarked
package io.tillflow.connectors.messaging.twilio;

import org.jspecify.annotations.NullMarked;
