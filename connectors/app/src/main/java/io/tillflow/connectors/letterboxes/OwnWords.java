package io.tillflow.connectors.letterboxes;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the writer of a letter says, without the letter that it answers. */
final class OwnWords {
    /** Any character but the end of a paragraph; the line that introduces a quotation is often broken in two. */
    private static final String INSIDE = "(?:[^\\n]|\\n(?!\\s*\\n))";

    private static final Pattern HISTORY = Pattern.compile(
            "^[ \\t]*(?:On\\s" + INSIDE + "{1,300}?\\bwrote\\s?:[ \\t]*$"
                    + "|Am\\s" + INSIDE + "{1,300}?\\bschrieb\\b" + INSIDE + "{0,200}?:[ \\t]*$"
                    + "|-{3,} ?(?:Original Message|Ursprüngliche Nachricht|Forwarded message|Weitergeleitete Nachricht))",
            Pattern.MULTILINE);
    private static final Pattern QUOTED = Pattern.compile("^[ \\t]*>.*(?:\\n|$)", Pattern.MULTILINE);

    private OwnWords() {}

    /** Somebody who answers below the quotation says all there. */
    static String of(String text) {
        Matcher history = HISTORY.matcher(text);
        if (!history.find()) {
            return withoutQuotations(text);
        }
        String before = withoutQuotations(text.substring(0, history.start()));
        return before.isEmpty() ? withoutQuotations(text.substring(history.end())) : before;
    }

    private static String withoutQuotations(String text) {
        return QUOTED.matcher(text).replaceAll("").replaceAll("\\n{3,}", "\n\n").strip();
    }
}
