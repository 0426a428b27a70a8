package io.tillflow.storefront.imports;

import java.text.Normalizer;
import java.util.Locale;
import org.springframework.web.util.HtmlUtils;

/** Makes plain text of what other shops export. */
final class PlainText {
    private static final int LINE = 90;
    private static final int SLUG = 80;

    private PlainText() {}

    static String of(String html) {
        String text = html.replaceAll("(?is)<(script|style)[^>]*>.*?</\\1>", " ")
                .replaceAll("(?i)<(br|/li|/div)[^>]*>", "\n")
                .replaceAll("(?i)</(p|h[1-6])[^>]*>", "\n\n")
                .replaceAll("<[^>]*>", "");
        return HtmlUtils.htmlUnescape(text)
                .replaceAll("[ \\t\\x0B\\f\\r\u00A0]+", " ")
                .replaceAll(" ?\n ?", "\n")
                .replaceAll("\n{3,}", "\n\n")
                .strip();
    }

    static String firstSentence(String text) {
        String sentence = text.lines().findFirst().orElse("").replaceFirst("(?<=[.!?]) .*", "");
        if (sentence.length() <= LINE) {
            return sentence.replaceFirst("\\.$", "");
        }
        return sentence.substring(0, Math.max(1, sentence.lastIndexOf(' ', LINE))) + "…";
    }

    /** Letters, digits and dashes, as an address needs them; "x" for a text with none. */
    static String slug(String text) {
        String plain = Normalizer.normalize(text.replace("ß", "ss"), Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        String cut = plain.substring(0, Math.min(SLUG, plain.length()));
        return cut.isEmpty() ? "x" : cut;
    }
}
