package io.tillflow.models.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MainTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    private int run(String... words) throws IOException {
        written.reset();
        return Main.run(new PrintStream(written, true, StandardCharsets.UTF_8), words);
    }

    private Path baskets() throws IOException {
        List<String> lines = IntStream.range(0, 400)
                .mapToObj(i -> i % 2 == 0 ? "tea,lemon,x" + i % 14 : "paint,brush,x" + i % 15)
                .toList();
        return Files.write(folder.resolve("groceries.txt"), lines);
    }

    @Test
    void fitsThenPredictsInTwoSteps() throws IOException {
        String model = folder.resolve("links.model").toString();
        assertThat(run("fit", "recommendation", "--data", baskets().toString(), "--out", model))
                .isZero();
        assertThat(run("predict", model, "--data", baskets().toString())).isZero();

        assertThat(written.toString(StandardCharsets.UTF_8).lines())
                .hasSize(401)
                .startsWith("row,item_1,item_2,item_3,item_4,item_5,item_6,item_7,item_8,item_9,item_10");
    }

    @Test
    void trainsTriesOutAndSaysSoInOneDocument() throws IOException {
        String model = folder.resolve("first.model").toString();
        assertThat(run("train", "recommendation", "--data", baskets().toString(), "--out", model))
                .isZero();
        JsonNode answer = JsonMapper.shared().readTree(written.toByteArray());
        assertThat(answer.get("rows").asInt()).isEqualTo(400);
        assertThat(answer.at("/trial/cases").asInt()).isEqualTo(80);
        assertThat(answer.at("/trial/gain/atWorst").isNumber()).isTrue();

        String next = folder.resolve("next.model").toString();
        run("train", "recommendation", "--data", baskets().toString(), "--out", next, "--live", model, "--seen", "300");
        assertThat(JsonMapper.shared()
                        .readTree(written.toByteArray())
                        .at("/trial/versusLive/cases")
                        .asInt())
                .isEqualTo(80);
    }

    @Test
    void tooLittleToTrainIsSaidInTheDocument() throws IOException {
        Path few = Files.writeString(folder.resolve("few.txt"), "a,b\n");
        Path out = folder.resolve("none.model");
        assertThat(run("train", "recommendation", "--data", few.toString(), "--out", out.toString()))
                .isEqualTo(1);
        assertThat(JsonMapper.shared()
                        .readTree(written.toByteArray())
                        .get("missing")
                        .asString())
                .isEqualTo("there are 1 baskets of two items or more; 200 are needed");
        assertThat(out).doesNotExist();
    }

    @Test
    void measuresTrainingAndAnswersOnAMadeUpShop() throws IOException {
        for (String model : List.of("recommendation", "customer-value", "fraud", "demand")) {
            assertThat(run("bench", model, "--orders", "8000", "--products", "300", "--seed", "3"))
                    .isZero();
            JsonNode measured = JsonMapper.shared().readTree(written.toByteArray());
            assertThat(measured.get("rows").asInt()).as(model).isBetween(6_000, 20_000);
            assertThat(measured.get("seconds").asDouble()).isPositive();
            assertThat(measured.get("peakBytes").asLong()).isGreaterThan(10_000_000);
            assertThat(measured.get("p99Ms").asDouble())
                    .isGreaterThanOrEqualTo(measured.get("p50Ms").asDouble());
            assertThat(measured.at("/trial/figure").asDouble()).as(model).isBetween(0.05, 1.0);
        }
        assertThat(run("bench", "recommendation", "--orders", "10")).isEqualTo(2);
    }

    @Test
    void evaluatesAsOneDocument() throws IOException {
        baskets();
        run("eval", "recommendation", "--data", folder.toString(), "--json");
        JsonNode result = JsonMapper.shared()
                .readTree(written.toByteArray())
                .get("results")
                .get(0);

        assertThat(result.get("model").asString()).isEqualTo("recommendation");
        assertThat(result.get("value").asDouble()).isBetween(0.3, 1.0);
        assertThat(result.has("baseline") && result.has("reference") && result.has("rows"))
                .isTrue();
        assertThat(result.has("seconds") && result.has("ok")).isTrue();
    }

    @Test
    void whatCannotBeJudgedIsNamedAndDoesNotHold() throws IOException {
        assertThat(run("eval", "churn", "--data", folder.toString(), "--json")).isEqualTo(1);
        assertThat(written.toString(StandardCharsets.UTF_8)).contains("customers/telco_churn.csv");
    }

    @Test
    void wrongUseIsTwoAndUnusableFilesAreOne() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken"), "{\"format\":1");
        Path other = Files.writeString(folder.resolve("other"), "{\"format\":7}");

        assertThat(run()).isEqualTo(2);
        assertThat(run("dance")).isEqualTo(2);
        assertThat(run("fit", "churn", "--data", ".")).isEqualTo(2);
        assertThat(run("fit", "churn", "--nonsense")).isEqualTo(2);
        assertThat(run("predict", broken.toString(), "--data", ".", "--horizon", "0"))
                .isEqualTo(1);
        assertThat(run("predict", other.toString(), "--data", ".")).isEqualTo(1);
        assertThat(run("fit", "weather", "--data", ".", "--out", "x")).isEqualTo(1);
        assertThat(run("eval", "--data", folder.resolve("nowhere").toString())).isEqualTo(1);
    }
}
