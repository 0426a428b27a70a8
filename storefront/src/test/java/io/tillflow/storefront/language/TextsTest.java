package io.tillflow.storefront.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TextsTest {
    private static final Path TEMPLATES = Path.of("src/main/jte");
    private static final Path CODE = Path.of("src/main/java");
    private static final Pattern NAMED =
            Pattern.compile("(?:say|html)\\(\\s*(?:[\\w.()]+, )?(?:\\w+ < 0 \\? )?\"([a-z]+\\.[^\"]+)\"");
    /** What begins an expression, a branch or another template; where it ends with a bracket, so does what it begins. */
    private static final Pattern OPENING = Pattern.compile(
            "\\$(?:unsafe)?\\{|!\\{|@(?:if|for|elseif)\\(|@template\\.(?!layout)\\w+\\(|@(?:else|endif|endfor)");

    /** Keys that are put together from a code. */
    private static final Pattern MADE =
            Pattern.compile("(words\\.(country|postcode)\\..*|order\\.reason\\..*|shop\\.(band|place)\\..*|"
                    + "words\\.(day|longDay|shortDay|time|dayTime|dateTime|date)|cart\\.more|help\\.open\\..*)");

    static Stream<Path> templates() {
        return files(TEMPLATES).stream();
    }

    @Test
    void everyLanguageSaysTheSame() {
        Set<String> english = Texts.all(Language.EN).keySet();
        for (Language language : Language.values()) {
            assertThat(Texts.all(language).keySet()).as(language.title()).isEqualTo(english);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyTextCanBeFilledAndFitsIntoAnAttribute(Language language) {
        Texts.all(language).forEach((key, text) -> {
            assertThat(text).as(key).isNotBlank().doesNotContain("'");
            assertThat(text.contains("\"")).as(key).isEqualTo(text.contains("<span"));
            assertThat(new MessageFormat(text, language.locale()).getFormats())
                    .as(key + " has the blanks of its English")
                    .hasSameSizeAs(new MessageFormat(Texts.say(Language.EN, key), language.locale()).getFormats());
        });
    }

    @Test
    void whatIsSaidIsWrittenDownAndWhatIsWrittenDownIsSaid() {
        Set<String> named = new TreeSet<>();
        Stream.concat(files(TEMPLATES).stream(), files(CODE).stream()).forEach(file -> {
            Matcher said = NAMED.matcher(read(file));
            while (said.find()) {
                named.add(said.group(1));
            }
        });
        Set<String> known = Texts.all(Language.EN).keySet();
        assertThat(known)
                .containsAll(named.stream().filter(key -> !key.endsWith(".")).toList());
        assertThat(known.stream()
                        .filter(key ->
                                !named.contains(key) && !MADE.matcher(key).matches()))
                .as("texts that nobody says")
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void noTemplateHasWordsOfItsOwn(Path template) {
        String shown = shown(read(template));
        List<String> words = new ArrayList<>();
        Matcher text = Pattern.compile(">([^<>]*\\p{L}{2,}[^<>]*)<").matcher(shown);
        while (text.find()) {
            words.add(text.group(1).strip());
        }
        Matcher said = Pattern.compile("(?:aria-label|alt|title|placeholder)=\"([^\"]*\\p{L}{2,}[^\"]*)\"")
                .matcher(shown);
        while (said.find()) {
            words.add(said.group(1));
        }
        words.removeIf(
                word -> word.replace("Ullmere", "").replaceAll("[^\\p{L}]", "").isEmpty());
        assertThat(words).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void noTemplateLeadsToAnotherLanguage(Path template) {
        Matcher bare = Pattern.compile(
                        "(?:href|action|hx-get|hx-post|data-src)=\"/(?!assets/|favicon|language\")[^\"]*")
                .matcher(read(template));
        assertThat(bare.results().map(found -> found.group()).toList()).isEmpty();
    }

    /** A template without its expressions, branches and parameters: what is left is shown as it is. */
    private static String shown(String template) {
        String body = template.lines()
                .filter(line -> !line.startsWith("@import") && !line.startsWith("@param"))
                .collect(Collectors.joining("\n"));
        Matcher opening = OPENING.matcher(body);
        StringBuilder shown = new StringBuilder();
        int from = 0;
        while (opening.find(from)) {
            shown.append(body, from, opening.start());
            char last = body.charAt(opening.end() - 1);
            from = "({".indexOf(last) < 0 ? opening.end() : end(body, opening.end() - 1);
        }
        return shown.append(body.substring(from)).toString().replaceAll("`, \\w+ = @`", "");
    }

    /** Behind the bracket that closes the one at {@code from}. */
    private static int end(String text, int from) {
        char open = text.charAt(from);
        char close = open == '(' ? ')' : '}';
        int depth = 0;
        for (int i = from; i < text.length(); i++) {
            depth += text.charAt(i) == open ? 1 : text.charAt(i) == close ? -1 : 0;
            if (depth == 0) {
                return i + 1;
            }
        }
        return text.length();
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
