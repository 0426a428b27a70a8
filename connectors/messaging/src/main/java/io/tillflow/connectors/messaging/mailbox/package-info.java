/** The local mailbox: a mail server on the loopback address that keeps what it receives for people to read. */
@NullMarked
package io.tillflow.connectors.messaging.mailbox;

import org.jspecify.annotations.NullMarked;
