package io.tillflow.connectors.messaging.letter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The templates under {@code letters/}: one source for the HTML and for the plain text. */
public final class LetterTemplates {
    private static final Pattern FACT = Pattern.compile("\\{\\{(\\w+)}}|(?m)^\\?(\\w+) ");

    private final Map<String, Template> read = new ConcurrentHashMap<>();
    private final Words words = new Words();
    private final Supplier<Sender> sender;

    /** @param sender who writes now */
    public LetterTemplates(Supplier<Sender> sender) {
        this.sender = sender;
    }

    /** A letter as it is sent. */
    public record Rendered(String subject, String text, String html) {}

    /** What is around a letter's own words. */
    record Frame(String language, String subject, String name, String footer) {}

    private record Template(String language, String subject, List<Block> blocks) {}

    /** What a template names beside the shop, in the order of its words. */
    public List<String> facts(String name, String language) {
        Set<String> facts = new LinkedHashSet<>();
        Matcher named = FACT.matcher(text(language, name));
        while (named.find()) {
            facts.add(named.group(1) == null ? named.group(2) : named.group(1));
        }
        facts.remove("shop");
        return List.copyOf(facts);
    }

    /** Whether its reader can stop letters of this kind: those that no order and no account needs. */
    public boolean isStoppable(String name) {
        return facts(name, Letter.ENGLISH).contains(Letter.STOP_URL);
    }

    public Rendered render(Letter letter) {
        Template template = read.computeIfAbsent(
                letter.language() + "/" + letter.template(), key -> parse(letter.language(), letter.template()));
        Sender from = sender.get();
        Blanks blanks = new Blanks(letter, from.name());
        List<Block> blocks = template.blocks().stream()
                .filter(blanks::wanted)
                .map(blanks::fill)
                .toList();
        String subject = blanks.fill(template.subject());
        Frame frame = new Frame(template.language(), subject, from.name(), footer(from, template.language()));
        return new Rendered(
                subject, TextLetter.render(frame, blocks, letter), HtmlLetter.render(frame, blocks, letter));
    }

    private String footer(Sender from, String language) {
        return from.foot().isEmpty() ? words.say(language, "FOOTER") : String.join(" · ", from.foot());
    }

    static boolean isWrittenIn(String language, String name) {
        return language.equals(Letter.ENGLISH) || translated(language, name).isPresent();
    }

    private static Optional<String> translated(String asked, String name) {
        return asked.equals(Letter.ENGLISH) ? Optional.empty() : source(asked + "/", name);
    }

    private static String text(String asked, String name) {
        return translated(asked, name)
                .or(() -> source("", name))
                .orElseThrow(() ->
                        new IllegalArgumentException("expected a letter " + name + ", but there is no such template"));
    }

    private static Template parse(String asked, String name) {
        Optional<String> translated = translated(asked, name);
        String source = text(asked, name);
        List<String> paragraphs = Arrays.asList(source.strip().split("\\n\\s*\\n"));
        String subject = paragraphs.getFirst();
        if (!subject.startsWith("subject: ")) {
            throw new IllegalStateException("expected letter " + name + " to begin with 'subject: '");
        }
        return new Template(
                translated.isPresent() ? asked : Letter.ENGLISH,
                subject.substring("subject: ".length()),
                paragraphs.stream().skip(1).map(Block::parse).toList());
    }

    private static Optional<String> source(String folder, String name) {
        if (!folder.matches("([a-z]{2}/)?") || !name.matches("[a-z-]+")) {
            throw new IllegalArgumentException("expected the name of a letter, but got '" + name + "'");
        }
        try (InputStream file = LetterTemplates.class.getResourceAsStream("/letters/" + folder + name + ".txt")) {
            return file == null
                    ? Optional.empty()
                    : Optional.of(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
