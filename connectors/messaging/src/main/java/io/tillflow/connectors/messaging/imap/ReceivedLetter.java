package io.tillflow.connectors.messaging.imap;

import java.time.Instant;
import java.util.List;

/**
 * A letter as it lies in a mailbox.
 *
 * @param id what makes it this letter, wherever it is moved: its Message-ID, or else a digest of its head and its day
 * @param at when the mailbox took it
 * @param text what its writer says, cut when long
 * @param cut whether there is more of the text
 * @param leftOut attachments that were not taken, and why
 * @param trouble what of it cannot be read; empty when all can
 */
public record ReceivedLetter(
        long uid,
        String id,
        String from,
        String name,
        String subject,
        Instant at,
        Automatic automatic,
        String inReplyTo,
        String text,
        boolean cut,
        List<Attached> attached,
        List<LeftOut> leftOut,
        String trouble) {

    /** What came with a letter. */
    @SuppressWarnings("ArrayRecordComponent") // handed on once and never compared
    public record Attached(String name, String type, byte[] content) {}

    /** What came with a letter and stays in the mailbox. */
    public record LeftOut(String name, long bytes, String why) {}

    /** A letter belongs into no log. */
    @Override
    public String toString() {
        return "ReceivedLetter[" + uid + "]";
    }
}
