package io.tillflow.connectors.messaging.imap;

import java.util.Locale;
import java.util.Set;
import org.springframework.web.util.HtmlUtils;

/** What an HTML letter says, without how it looks. */
final class HtmlText {
    private static final Set<String> UNSEEN = Set.of("script", "style", "head", "title");
    private static final Set<String> LINES =
            Set.of("br", "p", "/p", "div", "/div", "/tr", "/li", "/h1", "/h2", "/h3", "/h4", "/h5", "/h6", "/table");

    private final String html;
    private final String small;
    private final StringBuilder text = new StringBuilder();

    private HtmlText(String html) {
        this.html = html;
        this.small = html.toLowerCase(Locale.ROOT);
    }

    static String of(String html) {
        HtmlText read = new HtmlText(html.replaceAll("\\s+", " "));
        read.walk();
        return HtmlUtils.htmlUnescape(read.text.toString())
                .replace('\u00a0', ' ')
                .replaceAll("[ \t]+", " ")
                .replaceAll(" ?\n ?", "\n")
                .strip();
    }

    /** What is never closed ends the text, so each character is looked at once. */
    private void walk() {
        int at = 0;
        while (at >= 0 && at < html.length()) {
            int tag = html.indexOf('<', at);
            text.append(html, at, tag < 0 ? html.length() : tag);
            at = tag < 0 ? -1 : after(tag);
        }
    }

    private int after(int tag) {
        if (html.startsWith("<!--", tag)) {
            return past("-->", tag);
        }
        int end = tag + 1;
        while (end < html.length() && (html.charAt(end) == '/' || Character.isLetterOrDigit(html.charAt(end)))) {
            end++;
        }
        String name = small.substring(tag + 1, Math.min(end, small.length()));
        if (UNSEEN.contains(name)) {
            int closed = past("</" + name, tag);
            return closed < 0 ? -1 : past(">", closed);
        }
        if (LINES.contains(name)) {
            text.append('\n');
        }
        return past(">", tag);
    }

    private int past(String what, int from) {
        int found = small.indexOf(what, from);
        return found < 0 ? -1 : found + what.length();
    }
}
