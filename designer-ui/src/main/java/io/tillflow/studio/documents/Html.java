package io.tillflow.studio.documents;

import java.util.List;

/** Builds a page whose texts stay texts. */
final class Html {
    private final StringBuilder text = new StringBuilder();

    /** Markup that this program wrote. */
    Html raw(String markup) {
        text.append(markup);
        return this;
    }

    Html element(String tag, String content) {
        return element(tag, "", content);
    }

    Html element(String tag, String attributes, String content) {
        text.append('<')
                .append(tag)
                .append(attributes.isEmpty() ? "" : " " + attributes)
                .append('>');
        text.append(escaped(content)).append("</").append(tag).append(">\n");
        return this;
    }

    /** Each paragraph of a text that people wrote. */
    Html paragraphs(String content) {
        for (String paragraph : content.strip().split("\\n\\s*\\n", -1)) {
            if (!paragraph.isBlank()) {
                element("p", paragraph.strip());
            }
        }
        return this;
    }

    /** Nothing when there are no rows. */
    Html table(List<String> heads, List<List<String>> rows) {
        if (rows.isEmpty()) {
            return this;
        }
        text.append("<table><thead><tr>");
        heads.forEach(head -> element("th", "scope=\"col\"", head));
        text.append("</tr></thead><tbody>\n");
        rows.forEach(row -> {
            text.append("<tr>");
            row.forEach(cell -> element("td", cell));
            text.append("</tr>\n");
        });
        text.append("</tbody></table>\n");
        return this;
    }

    static String escaped(String content) {
        StringBuilder safe = new StringBuilder(content.length());
        content.chars().forEach(letter -> {
            switch (letter) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.append((char) letter);
            }
        });
        return safe.toString();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
