package io.tillflow.connectors.messaging.imap;

/** Texts of strangers without what no database and no page can show. */
final class Plain {
    private static final int LONGEST_LINE = 300;

    private Plain() {}

    /** Several lines; no control characters but their ends, also none beyond ASCII, and no halves of characters. */
    static String of(String text) {
        return text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replaceAll("[\\p{Cc}\\p{Cs}&&[^\n\t]]", "")
                .replaceAll("\n{3,}", "\n\n");
    }

    /** One line. */
    static String line(String text) {
        return cut(text.replaceAll("[\\p{Cc}\\p{Cs}\\s]+", " ").strip(), LONGEST_LINE);
    }

    /** Never half a character. */
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = most > 0 && Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end);
    }
}
