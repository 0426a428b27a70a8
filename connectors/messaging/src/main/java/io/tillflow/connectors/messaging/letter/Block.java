package io.tillflow.connectors.messaging.letter;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a letter.
 *
 * <p>Written as {@code # heading}, {@code [lines]}, {@code [button Text -> url]}, {@code [link Text -> url]}, or just text. {@code ?fact } before it shows it
 * only where the fact is known.
 */
sealed interface Block {
    String condition();

    record Heading(String condition, String text) implements Block {}

    record Paragraph(String condition, String text) implements Block {}

    record Lines(String condition) implements Block {}

    record Button(String condition, String text, String url) implements Block {}

    /** Quieter than a button. */
    record Link(String condition, String text, String url) implements Block {}

    Pattern CONDITION = Pattern.compile("\\?(\\w+) (.*)", Pattern.DOTALL);
    Pattern WAY = Pattern.compile("\\[(button|link) (.+) -> (.+)]");

    static Block parse(String source) {
        String text = source.strip().replaceAll("\\s*\\n\\s*", " ");
        Matcher condition = CONDITION.matcher(text);
        return condition.matches() ? parse(condition.group(1), condition.group(2)) : parse("", text);
    }

    private static Block parse(String condition, String text) {
        Matcher way = WAY.matcher(text);
        if (way.matches()) {
            return way.group(1).equals("link")
                    ? new Link(condition, way.group(2), way.group(3))
                    : new Button(condition, way.group(2), way.group(3));
        }
        if (text.equals("[lines]")) {
            return new Lines(condition);
        }
        return text.startsWith("# ") ? new Heading(condition, text.substring(2)) : new Paragraph(condition, text);
    }
}
