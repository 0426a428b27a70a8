package io.tillflow.connectors.letterboxes;

import io.tillflow.connectors.messaging.imap.ImapAccount;
import io.tillflow.connectors.secrets.SecretName;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A folder of a mailbox that is looked into.
 *
 * @param message what its events are called
 * @param takes which parts of a letter the process sees
 * @param mostText how many characters of the text
 * @param automatic whether letters that no person wrote are told, too
 * @param ordersToSupport whether letters about an order of their sender reach the order's conversation instead
 */
record Letterbox(
        String id,
        ImapAccount account,
        String message,
        Set<Taken> takes,
        int mostText,
        boolean automatic,
        boolean ordersToSupport,
        int everySeconds,
        boolean paused,
        Instant changedAt,
        String changedBy) {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,49}");
    private static final Pattern MESSAGE = Pattern.compile("[a-z][a-z0-9-]{0,99}");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?");
    private static final Pattern LINE = Pattern.compile("[^\\p{Cntrl}]{1,200}");
    private static final int MOST_TEXT = 20_000;
    private static final int SELDOM = 3_600;
    private static final int OFTEN = 10;

    Letterbox {
        require(ID, "id", id, "words of a-z joined by '-' like orders-inbox");
        require(MESSAGE, "message", message, "words of a-z joined by '-' like letter-received");
        require(HOST, "host", account.host(), "a name like imap.example.com");
        require(LINE, "login", account.login(), "1 to 200 printable characters");
        require(LINE, "folder", account.folder(), "1 to 200 printable characters");
        between("port", account.port(), 1, 65_535);
        between("mostText", mostText, 0, MOST_TEXT);
        between("everySeconds", everySeconds, OFTEN, SELDOM);
        takes = Set.copyOf(takes);
    }

    /** Under which its password is kept. */
    SecretName secretName() {
        return new SecretName("LETTERBOX_" + id.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    boolean takes(Taken part) {
        return takes.contains(part);
    }

    private static void require(Pattern form, String name, String value, String expected) {
        if (!form.matcher(value).matches()) {
            throw new IllegalArgumentException(name + " must be " + expected + ", was '" + value + "'");
        }
    }

    private static void between(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " must be " + least + " to " + most + ", was " + value);
        }
    }
}
