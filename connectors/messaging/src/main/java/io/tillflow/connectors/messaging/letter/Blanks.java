package io.tillflow.connectors.messaging.letter;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills the blanks of a template with one letter's facts. */
final class Blanks {
    private static final Pattern BLANK = Pattern.compile("\\{\\{(\\w+)}}");

    private final String template;
    private final Map<String, String> facts;
    private final String shop;

    /** @param shop its name, as every template may say it */
    Blanks(Letter letter, String shop) {
        this.shop = shop;
        this.template = letter.template();
        this.facts = letter.facts();
    }

    boolean wanted(Block block) {
        return block.condition().isEmpty() || facts.containsKey(block.condition());
    }

    Block fill(Block block) {
        return switch (block) {
            case Block.Heading heading -> new Block.Heading("", fill(heading.text()));
            case Block.Paragraph paragraph -> new Block.Paragraph("", fill(paragraph.text()));
            case Block.Button button -> new Block.Button("", fill(button.text()), fill(button.url()));
            case Block.Link link -> new Block.Link("", fill(link.text()), fill(link.url()));
            case Block.Lines lines -> lines;
        };
    }

    String fill(String text) {
        return BLANK.matcher(text).replaceAll(blank -> Matcher.quoteReplacement(fact(blank.group(1))));
    }

    private String fact(String name) {
        String fact = name.equals("shop") ? shop : facts.get(name);
        if (fact == null) {
            throw new IllegalArgumentException(
                    "expected letter " + template + " to know " + name + ", but it was not given");
        }
        return fact.replaceAll("\\p{Cntrl}+", " ");
    }
}
