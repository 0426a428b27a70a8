package io.tillflow.connectors.messaging.letter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Every letter as a shopper would get it, with made-up facts. */
public final class Previews {
    private static final List<String> LANGUAGES = List.of(Letter.ENGLISH, "de");
    private static final Map<String, String> FACTS = Map.ofEntries(
            Map.entry("number", "U-1001"),
            Map.entry("name", "Mara Lindqvist"),
            Map.entry("address", "Mara Lindqvist, Lange Straße 1, 10243 Berlin, DE"),
            Map.entry("trackingNumber", "ULM1234567"),
            Map.entry("hours", "2"));
    private static final Map<String, String> IN_WORDS =
            Map.of("reason", "SHOPPER", "declineReason", "INSUFFICIENT_FUNDS");
    private static final Map<String, List<String>> BY_LANGUAGE = Map.of(
            Letter.ENGLISH,
            List.of(
                    "€64.00",
                    "€4.90",
                    "€59.10",
                    "Tarn table lamp",
                    "It arrives on Friday.",
                    "Many incidents",
                    "14 incidents in Order fulfilment within 15 min",
                    "€93.00"),
            "de",
            List.of(
                    "64,00 €",
                    "4,90 €",
                    "59,10 €",
                    "Tischlampe Tarn",
                    "Es kommt am Freitag an.",
                    "Many incidents",
                    "14 incidents in Order fulfilment within 15 min",
                    "93,00 €"));
    private static final List<String> SAID =
            List.of("total", "delivery", "refundedAmount", "line", "answer", "rule", "what", "newTotal");

    private final LetterTemplates templates;
    private final Words words;

    public Previews(LetterTemplates templates, Words words) {
        this.templates = templates;
        this.words = words;
    }

    /**
     * A letter that can be sent.
     *
     * @param facts what it names beside the shop
     * @param stoppable whether its reader can stop letters of its kind with one click
     */
    public record Known(String name, List<String> languages, List<String> facts, boolean stoppable) {}

    /** In the order of their names. */
    public List<Known> all() {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources("classpath:/letters/*.txt"))
                    .map(Resource::getFilename)
                    .map(file -> String.valueOf(file).replace(".txt", ""))
                    .sorted()
                    .map(this::known)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Known known(String name) {
        List<String> facts = templates.facts(name, Letter.ENGLISH);
        List<String> languages = LANGUAGES.stream()
                .filter(language -> LetterTemplates.isWrittenIn(language, name))
                .toList();
        return new Known(name, languages, facts, templates.isStoppable(name));
    }

    /** @throws IllegalArgumentException when there is no such letter or language */
    public LetterTemplates.Rendered of(String name, String language) {
        if (!LANGUAGES.contains(language)) {
            throw new IllegalArgumentException("language must be one of " + LANGUAGES + ", was " + language);
        }
        Map<String, String> facts = new HashMap<>();
        templates.facts(name, language).forEach(fact -> facts.put(fact, sample(fact, language)));
        Letter.Line line = new Letter.Line(said("line", language), 1, said("refundedAmount", language));
        return templates.render(new Letter(name, language, "sample", "mara@example.org", facts, List.of(line)));
    }

    private String sample(String fact, String language) {
        if (fact.endsWith("Url") || fact.equals("url")) {
            return "https://example.org/" + fact;
        }
        if (IN_WORDS.containsKey(fact)) {
            return words.say(language, IN_WORDS.getOrDefault(fact, fact));
        }
        return SAID.contains(fact) ? said(fact, language) : FACTS.getOrDefault(fact, "«" + fact + "»");
    }

    private static String said(String fact, String language) {
        return BY_LANGUAGE.getOrDefault(language, List.of()).get(SAID.indexOf(fact));
    }
}
