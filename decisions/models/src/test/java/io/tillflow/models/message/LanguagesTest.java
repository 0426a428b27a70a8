package io.tillflow.models.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.models.Result;
import io.tillflow.models.table.Table;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On messages written for this test in nine languages, of which nothing was learned. */
class LanguagesTest {
    private static Table messages() throws URISyntaxException {
        return Table.read(Path.of(
                LanguagesTest.class.getResource("/languages/messages.csv").toURI()));
    }

    @Test
    void tellsMessagesInNineLanguagesAndLeavesOpenWhatSaysNothing() throws URISyntaxException {
        Table all = messages();
        int place = all.column("language");
        List<List<String>> written = all.rows().stream()
                .filter(row -> !row.get(place).equals(Languages.UNKNOWN))
                .toList();
        List<Result> results = LanguageTrial.of(new Table(all.name(), all.columns(), written));

        assertThat(results.get(0).value()).isGreaterThanOrEqualTo(0.97);
        assertThat(results.get(1).value()).isLessThanOrEqualTo(0.01);
        assertThat(results).allMatch(Result::ok);
        all.rows().stream()
                .filter(row -> row.get(place).equals(Languages.UNKNOWN))
                .forEach(row -> assertThat(
                                Languages.of(row.get(all.column("text"))).code())
                        .as(row.toString())
                        .isEqualTo(Languages.UNKNOWN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "12.50 €", "你好", "\uD83D\uDE00"})
    void saysNothingOfNoWords(String text) {
        assertThat(Languages.of(text)).isEqualTo(new Languages.Guess(Languages.UNKNOWN, 0));
    }

    @Test
    void aWrongTruthIsSeen() {
        Table wrong = new Table("wrong", List.of("text", "language"), List.of(List.of("Wo bleibt mein Paket?", "en")));
        assertThat(LanguageTrial.of(wrong)).noneMatch(Result::ok);
    }
}
