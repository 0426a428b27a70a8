package io.tillflow.models.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillflow.models.Result;
import io.tillflow.models.table.BadData;
import io.tillflow.models.table.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the real local language model, on sentences that are not among those it learns from. */
class SentimentsTest {
    private static Sentiments sentiments;

    @TempDir
    private Path folder;

    @BeforeAll
    static void learn() {
        sentiments = Sentiments.learn(new LocalEmbedder());
    }

    @Test
    void tellsPraiseFromComplaintAndFromAPlainQuestion() {
        assertThat(sentiments
                        .of("I am so happy with the new kettle, wonderful service!")
                        .sentiment())
                .isEqualTo("positive");
        assertThat(sentiments
                        .of("This is awful, the kettle is broken and your service is terrible.")
                        .sentiment())
                .isEqualTo("negative");
        assertThat(sentiments.of("Which voltage does the kettle need?").sentiment())
                .isEqualTo("neutral");
    }

    @Test
    void saysNothingWhereItIsNotSure() {
        assertThat(sentiments.of(" ").sentiment()).isEqualTo("unknown");
        assertThat(sentiments.of("xq zzv 0815").sentiment()).isEqualTo("unknown");
        assertThat(sentiments
                        .of("Das ist furchtbar, ich bin sehr enttäuscht von euch.")
                        .sentiment())
                .as("the language model knows no German")
                .isEqualTo("unknown");
    }

    @Test
    void isJudgedOnAnyLabelledFile() throws IOException {
        Path labelled = Files.writeString(folder.resolve("labelled.csv"), """
                text,sentiment
                I love this chair and would buy it again,positive
                it is a great chair and very comfortable,Positive
                I hate this chair and want my money back,negative
                "the chair is broken, useless and a waste of money",negative
                """);
        List<Result> results = new Support().evaluate(new Source(labelled));
        assertThat(results)
                .extracting(Result::metric)
                .containsExactly("sentiment told right, of what is told", "sentiment told at all");
        assertThat(results.getFirst().value()).isGreaterThan(results.getFirst().baseline());
        assertThat(results.getFirst().rows()).isEqualTo(4);
        Path odd = Files.writeString(folder.resolve("odd.csv"), "text,sentiment\nso so,mixed\n");
        assertThatThrownBy(() -> new Support().evaluate(new Source(odd)))
                .isInstanceOf(BadData.class)
                .hasMessageContaining("expected a sentiment of [negative, neutral, positive], but got \"mixed\"");
    }
}
