package io.tillflow.storefront.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.models.Result;
import io.tillflow.models.message.LanguageTrial;
import io.tillflow.models.table.Table;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The languages of the shop are told apart on its own texts, none of which was learned from. */
class OwnWordsTest {
    private static final int FEWEST_CHARACTERS = 20;

    @Test
    void theShopsOwnTextsAreTold() throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (Language language : Language.values()) {
            for (String text : texts(language)) {
                rows.add(List.of(text, language.code()));
            }
        }
        assertThat(rows).hasSizeGreaterThan(400);
        List<Result> results = LanguageTrial.of(new Table("own texts", List.of("text", "language"), rows));
        assertThat(results.get(0).value()).isGreaterThanOrEqualTo(0.97);
        assertThat(results).allMatch(Result::ok);
    }

    private static List<String> texts(Language language) throws IOException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/texts", language.code()))) {
            for (Path file : files.sorted().toList()) {
                Properties properties = new Properties();
                try (Reader reader = Files.newBufferedReader(file)) {
                    properties.load(reader);
                }
                properties.values().stream()
                        .map(it -> it.toString()
                                .replaceAll("\\{[^}]*}|<[^>]*>", " ")
                                .strip())
                        .filter(it -> it.length() >= FEWEST_CHARACTERS)
                        .forEach(texts::add);
            }
        }
        return texts;
    }
}
