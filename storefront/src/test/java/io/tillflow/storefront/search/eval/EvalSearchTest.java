package io.tillflow.storefront.search.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EvalSearchTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void ranksTheShopsOwnCatalogueBetterThanPlainBm25() throws IOException {
        Path run = folder.resolve("run.csv");
        int code = eval(catalogue().toString(), judgments().toString(), "--run", run.toString());
        JsonNode document = JSON.readTree(out.toString(StandardCharsets.UTF_8));
        assertThat(code).isZero();
        assertThat(document.get("ok").asBoolean()).isTrue();
        assertThat(document.get("queries").asInt()).isEqualTo(66);
        assertThat(document.get("ndcg_at_10").asDouble())
                .isGreaterThan(0.9)
                .isGreaterThan(document.get("bm25_ndcg_at_10").asDouble() + 0.2);
        assertThat(document.get("meaning").asBoolean()).isTrue();
        assertThat(document.at("/results/0/value").asDouble())
                .isEqualTo(document.get("ndcg_at_10").asDouble());
        assertThat(Files.readAllLines(run)).startsWith("query,rank,product_id").hasSizeGreaterThan(300);
    }

    @Test
    void wordsAloneAreMeasuredBesideAndByThemselves() throws IOException {
        eval(catalogue().toString(), judgments().toString());
        JsonNode both = JSON.readTree(out.toString(StandardCharsets.UTF_8));
        out.reset();
        eval(catalogue().toString(), judgments().toString(), "--words");
        JsonNode words = JSON.readTree(out.toString(StandardCharsets.UTF_8));
        assertThat(words.get("meaning").asBoolean()).isFalse();
        assertThat(words.get("ndcg_at_10").asDouble())
                .isEqualTo(words.get("words_ndcg_at_10").asDouble())
                .isEqualTo(both.get("words_ndcg_at_10").asDouble())
                .isNotEqualTo(both.get("ndcg_at_10").asDouble());
    }

    @Test
    void whatNoWordFindsIsRankedByItsMeaning() throws IOException {
        Path products = write("products.csv", "id,title\n1,Wooden chair\n2,Table lamp\n3,Garden hose\n");
        Path judgments = write("judgments.csv", "query,product_id,grade\nillumination,2,3\n");
        assertThat(eval(products.toString(), judgments.toString())).isZero();
        JsonNode document = JSON.readTree(out.toString(StandardCharsets.UTF_8));
        assertThat(document.get("ndcg_at_10").asDouble()).isEqualTo(1);
        assertThat(document.get("words_ndcg_at_10").asDouble()).isZero();
    }

    @Test
    void gainIsComputedAsAnybodyWould() {
        Map<String, Integer> grades = Map.of("a", 3, "b", 2, "c", 0);
        assertThat(Ndcg.of(List.of("a", "b"), grades)).isEqualTo(1);
        assertThat(Ndcg.of(List.of("x", "a"), grades))
                .isCloseTo((7 / (Math.log(3) / Math.log(2))) / (7 + 3 / (Math.log(3) / Math.log(2))), within(1e-9));
        assertThat(Ndcg.of(List.of("a"), Map.of("a", 0))).isZero();
    }

    @Test
    void saysWhatIsWrongWithAFile() throws IOException {
        assertThat(refusal("id,title\na,Lamp\n", "query,product_id,grade\nlamp,a,7\n"))
                .contains("row 2", "0, 1, 2 or 3", "\"7\"");
        assertThat(refusal("id,name\na,Lamp\na,Lamp\n", "query,product_id,grade\nlamp,a,1\n"))
                .contains("row 3", "the id a is there twice");
        assertThat(refusal("sku,title\na,Lamp\n", "query,product_id,grade\nlamp,a,1\n"))
                .contains("no column \"id\"");
        assertThat(refusal("", "query,product_id,grade\nlamp,a,1\n")).contains("is empty");
        assertThat(refusal("id,title\na,\"Lamp\n", "query,product_id,grade\nlamp,a,1\n"))
                .contains("not CSV");
        assertThat(eval(folder.resolve("no.csv").toString(), judgments().toString()))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("there is no such file");
    }

    @Test
    void columnsMayComeInAnyOrderWithAMarkInFront() throws IOException {
        Path products = write("products.csv", "\uFEFFTitle,Brand,ID\n\"A \"\"big\"\" lamp,\nred\",Ullmere,1\n");
        Path judgments = write("judgments.csv", "grade,query,product id\n3,big lamp,1\n");
        eval(products.toString(), judgments.toString());
        assertThat(JSON.readTree(out.toString(StandardCharsets.UTF_8))
                        .get("ndcg_at_10")
                        .asDouble())
                .isEqualTo(1);
    }

    private String refusal(String products, String judgments) throws IOException {
        err.reset();
        assertThat(eval(
                        write("products.csv", products).toString(),
                        write("judgments.csv", judgments).toString()))
                .isEqualTo(2);
        return err.toString(StandardCharsets.UTF_8);
    }

    private int eval(String products, String judgments, String... more) {
        List<String> arguments = new ArrayList<>(List.of("--products", products, "--judgments", judgments, "--json"));
        arguments.addAll(List.of(more));
        return EvalSearch.run(
                arguments.toArray(String[]::new),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Path judgments() throws IOException {
        return new ClassPathResource("search/judgments.csv").getFile().toPath();
    }

    private Path catalogue() throws IOException {
        Path file = folder.resolve("catalogue.csv");
        try (InputStream in = new ClassPathResource("catalogue.json").getInputStream();
                CSVPrinter csv = CSVFormat.RFC4180.print(file, StandardCharsets.UTF_8)) {
            csv.printRecord("id", "title", "description", "brand", "category");
            for (JsonNode p : JSON.readTree(in).get("products")) {
                String description =
                        p.get("line").asString() + "\n" + p.get("about").asString();
                csv.printRecord(
                        p.get("slug").asString(),
                        p.get("name").asString(),
                        description,
                        "",
                        p.get("kind").asString());
            }
        }
        return file;
    }
}
