/** Mail over SMTP. */
@NullMarked
package io.tillflow.connectors.messaging.smtp;

import org.jspecify.annotations.NullMarked;
