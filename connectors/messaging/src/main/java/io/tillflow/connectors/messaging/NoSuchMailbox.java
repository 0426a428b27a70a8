package io.tillflow.connectors.messaging;

import java.util.regex.Pattern;

/**
 * Which answers of mail servers mean that there is no such mailbox. Servers also refuse senders, relays and full mailboxes when they
 * hear the recipient, so only codes that are known to mean the address count: no such mailbox (1), host (2), address (3), moved and
 * gone (6), takes no mail (10).
 */
public final class NoSuchMailbox {
    private static final String CODE = "5\\.1\\.(1|2|3|6|10)(?![.\\d])";
    private static final Pattern STATUS = Pattern.compile("\\s*" + CODE);
    private static final Pattern ANSWER = Pattern.compile("\\s*5\\d\\d[ -]" + CODE);

    private NoSuchMailbox() {}

    /** Such as {@code 550 5.1.1 unknown user}. */
    public static boolean answered(String answer) {
        return ANSWER.matcher(answer).lookingAt();
    }

    /** Such as {@code 5.1.1 (bad destination mailbox)}. */
    public static boolean status(String status) {
        return STATUS.matcher(status).lookingAt();
    }
}
