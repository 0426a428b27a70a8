/** Reads letters from a mailbox by IMAP, and changes nothing there. */
@NullMarked
package io.tillflow.connectors.messaging.imap;

import org.jspecify.annotations.NullMarked;
