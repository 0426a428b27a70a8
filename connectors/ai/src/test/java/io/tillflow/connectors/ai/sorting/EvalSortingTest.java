package io.tillflow.connectors.ai.sorting;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.connectors.ai.local.LocalModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvalSortingTest {
    private static final String MESSAGES = """
            text,intent
            Where is my parcel?,delivery
            When does it arrive?,delivery
            It has not come yet,delivery
            Has it been shipped?,delivery
            I want my money back,refund
            Please reimburse me,refund
            When is the payment returned?,refund
            You charged me twice,refund
            The lamp is broken,damage
            It arrived in pieces,damage
            There is a crack in the mug,damage
            The glass is shattered,damage
            Tell me a joke,oos
            """;

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void theLocalModelIsMeasuredBesideWordsAndTheMostFrequentLabel() throws IOException {
        assertThat(run(MESSAGES, EvalSorting.local(new LocalModel()), "--json")).isZero();
        assertThat(said()).contains("\"labels\" : 3", "\"examples\" : 3", "\"texts\" : 12", "\"ok\" : true");
    }

    @Test
    void whatIsRightIsCountedAndOutOfScopeTextsAreNot() throws IOException {
        Sorter alwaysRight = (text, labels) -> SortedTexts.read(file()).texts().stream()
                .filter(one -> one.text().equals(text))
                .findFirst()
                .orElseThrow()
                .label();
        assertThat(run(MESSAGES, alwaysRight)).isZero();
        assertThat(said().lines().skip(1)).hasSize(2).allMatch(line -> line.contains("   100.0 %"));
        assertThat(said()).contains("     3        0     12").doesNotContain("     13 ");
        assertThat(run(MESSAGES, (text, labels) -> labels.keySet().iterator().next()))
                .isEqualTo(1);
    }

    @Test
    void everyLabelIsAsLikelyToComeFirst() {
        SortedTexts texts = new SortedTexts(java.util.stream.IntStream.range(0, 600)
                .mapToObj(i -> new SortedTexts.Sorted("text " + i, "label " + i % 6))
                .toList());
        assertThat(Comparison.of(
                        texts, (text, labels) -> labels.keySet().iterator().next()))
                .extracting(Comparison.Row::labels)
                .containsExactly(5, 6, 5, 6);
        assertThat(Comparison.of(
                        texts, (text, labels) -> labels.keySet().iterator().next()))
                .allSatisfy(row -> assertThat(row.right()).isBetween(0.1, 0.3));
    }

    @Test
    void wordsAreSharedInTheNameOrAnExample() {
        WordOverlap words = new WordOverlap();
        Map<String, String> labels = Map.of("cancel_order", "", "refund", "give me my money back;reimburse");
        assertThat(words.sort("Cancel the order!", labels)).isEqualTo("cancel_order");
        assertThat(words.sort("I want my money", labels)).isEqualTo("refund");
    }

    @Test
    void aFileOfNoUseIsNamed() throws IOException {
        for (String content : List.of("a,b\n1,2\n", "text,intent\nhello,greeting\n", "text,intent\nhello\n")) {
            assertThat(run(content, (text, labels) -> "")).isEqualTo(2);
        }
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("expected the columns text and intent", "at least two intents", "row 1");
        assertThat(EvalSorting.run(new String[] {"--what"}, (text, labels) -> "", stream(out), stream(err)))
                .isEqualTo(2);
    }

    @Test
    void aFileThatBreaksHalfwayIsNamedToo() throws IOException {
        for (String content : List.of(MESSAGES + "\"a\"b,c\n", "text,intent,text\nhello,greeting,hi\n")) {
            assertThat(run(content, (text, labels) -> "")).isEqualTo(2);
        }
        byte[] long8859 = (MESSAGES + "Hallo,greeting\n".repeat(1_000) + "Schön,greeting\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        Files.write(file(), long8859);
        assertThat(EvalSorting.run(
                        new String[] {"--data", file().toString()}, (text, labels) -> "", stream(out), stream(err)))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .hasSize(3)
                .allMatch(line -> line.startsWith(file().toString()))
                .last()
                .asString()
                .endsWith("expected text in UTF-8");
    }

    private Path file() {
        return folder.resolve("messages.csv");
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private int run(String content, Sorter sorter, String... more) throws IOException {
        Files.writeString(file(), content);
        String[] args = new String[2 + more.length];
        args[0] = "--data";
        args[1] = file().toString();
        System.arraycopy(more, 0, args, 2, more.length);
        return EvalSorting.run(args, sorter, stream(out), stream(err));
    }

    private static PrintStream stream(ByteArrayOutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }
}
