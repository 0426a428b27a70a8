package io.tillflow.studio.lint;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** What the lint finds, in a reader's language; programs are told in English. The editors read the same table. */
final class FindingWords {
    /** A word of the properties panel, as the shared rules write one; what a person named stands in quotes. */
    private static final Pattern NAME = Pattern.compile("(?<!\")<([^<>\"]+)>(?!\")");

    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");
    private static final FindingWords GERMAN = new FindingWords("findings.de.json");

    private record Table(Map<String, String> names, List<List<String>> says) {}

    private record Sentence(Pattern english, String words) {}

    private final Map<String, String> names;
    private final List<Sentence> sentences;

    private FindingWords(String file) {
        try (InputStream stream = Objects.requireNonNull(FindingWords.class.getResourceAsStream(file), file)) {
            Table table = new JsonMapper().readValue(stream.readAllBytes(), Table.class);
            names = table.names();
            sentences = table.says().stream()
                    .map(it -> new Sentence(pattern(it.getFirst()), it.getLast()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The sentence of a finding; one that nobody translated stays English. */
    static String said(String sentence, Locale locale) {
        return locale.getLanguage().equals("de") ? GERMAN.say(sentence) : english(sentence);
    }

    private static String english(String sentence) {
        return NAME.matcher(sentence).replaceAll("“$1”");
    }

    private String say(String sentence) {
        String named = NAME.matcher(sentence.replaceAll("\\b[Aa]n? (?=<)", ""))
                .replaceAll(it -> Matcher.quoteReplacement("„" + names.getOrDefault(it.group(1), it.group(1)) + "“"));
        for (Sentence known : sentences) {
            Matcher found = known.english().matcher(named);
            if (found.matches()) {
                return PLACE.matcher(known.words())
                        .replaceAll(it -> Matcher.quoteReplacement(found.group(Integer.parseInt(it.group(1)))));
            }
        }
        return english(sentence);
    }

    private static Pattern pattern(String english) {
        return Pattern.compile(
                Arrays.stream(english.split("\\{}", -1)).map(Pattern::quote).collect(Collectors.joining("(.+?)")),
                Pattern.DOTALL);
    }
}
