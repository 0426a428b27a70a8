package io.tillflow.connectors.messaging.imap;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What kind of letter no person wrote; NO for one that a person wrote. */
public enum Automatic {
    NO,
    /** Somebody is away, or a machine confirms. */
    REPLY,
    /** A letter could not be delivered. */
    BOUNCE,
    /** Sent to many at once. */
    BULK;

    private static final Pattern POSTMASTER = Pattern.compile("(mailer-daemon|postmaster)@.*");
    private static final Pattern EMPTY_PATH = Pattern.compile("\\s*<\\s*>\\s*");
    private static final Set<String> BULKS = Set.of("bulk", "list", "junk");

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Automatic of(MimeMessage letter, String from) throws MessagingException {
        if (isBounce(letter, from)) {
            return BOUNCE;
        }
        String precedence = first(letter, "Precedence");
        String submitted = first(letter, "Auto-Submitted");
        if ((!submitted.isEmpty() && !submitted.startsWith("no"))
                || precedence.equals("auto_reply")
                || !first(letter, "X-Autoreply").isEmpty()
                || !first(letter, "X-Autorespond").isEmpty()) {
            return REPLY;
        }
        boolean bulk = BULKS.contains(precedence)
                || !first(letter, "List-Id").isEmpty()
                || !first(letter, "List-Unsubscribe").isEmpty();
        return bulk ? BULK : NO;
    }

    private static boolean isBounce(MimeMessage letter, String from) throws MessagingException {
        String type = first(letter, "Content-Type");
        boolean report = type.startsWith("multipart/report") && type.contains("delivery-status");
        String path = first(letter, "Return-Path");
        return report
                || EMPTY_PATH.matcher(path).matches()
                || POSTMASTER.matcher(from.toLowerCase(Locale.ROOT)).matches()
                || !first(letter, "X-Failed-Recipients").isEmpty();
    }

    private static String first(MimeMessage letter, String name) throws MessagingException {
        @Nullable String[] values = letter.getHeader(name);
        return values == null || values.length == 0 || values[0] == null
                ? ""
                : values[0].strip().toLowerCase(Locale.ROOT);
    }
}
