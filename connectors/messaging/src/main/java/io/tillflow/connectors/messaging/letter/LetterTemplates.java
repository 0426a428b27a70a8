package io.tillflow.connectors.messaging.letter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The templates under {@code letters/}: one source for the HTML and for the plain text. */
public final class LetterTemplates {
    private final Map<String, Template> read = new ConcurrentHashMap<>();

    /** A letter as it is sent. */
    public record Rendered(String subject, String text, String html) {}

    private record Template(String subject, List<Block> blocks) {}

    public Rendered render(Letter letter) {
        Template template = read.computeIfAbsent(letter.template(), LetterTemplates::parse);
        Blanks blanks = new Blanks(letter);
        List<Block> blocks = template.blocks().stream()
                .filter(blanks::wanted)
                .map(blanks::fill)
                .toList();
        String subject = blanks.fill(template.subject());
        return new Rendered(subject, TextLetter.render(blocks, letter), HtmlLetter.render(subject, blocks, letter));
    }

    private static Template parse(String name) {
        List<String> paragraphs = Arrays.asList(source(name).strip().split("\\n\\s*\\n"));
        String subject = paragraphs.getFirst();
        if (!subject.startsWith("subject: ")) {
            throw new IllegalStateException("expected letter " + name + " to begin with 'subject: '");
        }
        return new Template(
                subject.substring("subject: ".length()),
                paragraphs.stream().skip(1).map(Block::parse).toList());
    }

    private static String source(String name) {
        if (!name.matches("[a-z-]+")) {
            throw new IllegalArgumentException("expected the name of a letter, but got '" + name + "'");
        }
        try (InputStream file = LetterTemplates.class.getResourceAsStream("/letters/" + name + ".txt")) {
            if (file == null) {
                throw new IllegalArgumentException("expected a letter " + name + ", but there is no such template");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
