package io.tillflow.models.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.models.Fit;
import io.tillflow.models.Terms;
import io.tillflow.models.life.Trial;
import io.tillflow.models.table.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shop's questions, with the real local language model; none of them is among the sentences of the beginning. */
class SupportTrialTest {
    private static final List<String> TOPICS = List.of("WHERE", "RETURN", "INVOICE", "OTHER");
    private static final List<List<String>> SAID = List.of(
            List.of(
                    "is my %s on its way by now",
                    "I expected the %s on Tuesday and have nothing",
                    "any idea when the %s turns up",
                    "has the %s left your house yet"),
            List.of(
                    "the %s is too big, I want to send it back",
                    "how do I give the %s back to you", "I need a label to return the %s", "can I give the %s back"),
            List.of(
                    "I need an invoice for the %s",
                    "please mail me the bill of the %s",
                    "my accountant asks for a receipt of the %s",
                    "where do I download the invoice of the %s"),
            List.of(
                    "is the %s made of oak or of pine",
                    "will you have the %s in red next year", "how heavy is the %s", "which wood is the %s made of"));
    private static final List<String> THINGS =
            List.of("lamp", "kettle", "rug", "tent", "mug", "chair", "pillow", "clock", "basket", "knife");

    @TempDir
    private Path folder;

    /** The words table is right of every second one. */
    private Path sorted(int many) throws IOException {
        List<String> lines = new ArrayList<>(List.of("text,topic,by_words"));
        for (int i = 0; i < many; i++) {
            int topic = i * 7 % TOPICS.size();
            String text = SAID.get(topic).get(i / 4 % 4).formatted(THINGS.get(i * 3 % THINGS.size()));
            String words = i / 4 % 2 == 0 ? TOPICS.get(topic) : TOPICS.get((topic + 1) % TOPICS.size());
            lines.add("\"" + text + "\"," + TOPICS.get(topic) + "," + words);
        }
        return Files.write(folder.resolve("questions.csv"), lines);
    }

    @Test
    void tooFewOrAllAlikeAreNamed() throws IOException {
        assertThat(new Support().fit(new Source(sorted(59)), Terms.USUAL))
                .isEqualTo(new Fit.TooLittle<>("there are 59 questions in English that people sorted; 60 are needed"));
        Path alike = Files.writeString(
                folder.resolve("alike.csv"), "text,topic,by_words\n" + "where is it,WHERE,WHERE\n".repeat(60));
        assertThat(new Support().fit(new Source(alike), Terms.USUAL))
                .isEqualTo(new Fit.TooLittle<>(
                        "all 60 questions in English that people sorted are about WHERE; 2 topics are needed"));
    }

    @Test
    void isTriedOnTheLaterHalfBesideTheWordsAndTheVersionInUse() throws IOException {
        Support support = new Support();
        Source data = new Source(sorted(120));
        Trial first = support.tryOut(data, Optional.empty(), 0);
        assertThat(first.cases()).isEqualTo(60);
        assertThat(first.baselineName()).isEqualTo("by the words table");
        assertThat(first.baseline()).isBetween(0.4, 0.6);
        assertThat(first.figure()).isGreaterThan(0.7);
        assertThat(first.gain().atWorst()).isPositive();
        assertThat(first.versusLive()).isNull();

        IntentModel live = ((Fit.Fitted<IntentModel>) support.fit(data, Terms.USUAL)).model();
        assertThat(support.tryOut(data, Optional.of(live), 111).versusLive())
                .as("nine unseen tell nothing")
                .isNull();
        assertThat(support.tryOut(data, Optional.of(live), 100).versusLive()).satisfies(versus -> {
            assertThat(versus.cases()).isEqualTo(20);
            assertThat(versus.live()).isGreaterThan(0.7);
        });
        assertThat(support.questions(live, data, 5))
                .hasSize(5)
                .allSatisfy(it -> assertThat(it.get()).isInstanceOf(IntentModel.Answer.class));
    }

    /** Half of the sentences tell the topics of the other half, and the reverse. */
    @Test
    void theSentencesOfTheBeginningAreAStartInEnglishAndTooLittleInGerman() {
        Embedder embedder = new LocalEmbedder();
        Examples english = ShopQuestions.beginning().examples(embedder);
        Examples german = ShopQuestions.resource("/support/questions_de.csv").examples(embedder);
        for (int fold = 0; fold < 2; fold++) {
            assertThat(right(english, fold, embedder))
                    .as("English, of seven topics")
                    .isGreaterThan(0.6);
            assertThat(right(german, fold, embedder))
                    .as("German: from here on it were worth to be read")
                    .isBetween(0.3, 0.6);
        }
    }

    private static double right(Examples examples, int fold, Embedder embedder) {
        int[] all = IntStream.range(0, examples.intents().size()).toArray();
        IntentModel model = IntentLearning.learn(
                examples.pick(Arrays.stream(all).filter(i -> i % 2 == fold).toArray()), embedder);
        return Arrays.stream(all)
                .filter(i ->
                        i % 2 != fold && Examples.isIntent(examples.intents().get(i)))
                .mapToDouble(i -> model.answer(examples.vectors()[i])
                                .intent()
                                .equals(examples.intents().get(i))
                        ? 1
                        : 0)
                .average()
                .orElseThrow();
    }
}
