package io.tillflow.connectors.data.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillflow.connectors.data.files.Expected;
import io.tillflow.connectors.data.files.FilePath;
import io.tillflow.connectors.data.files.FileStore;
import io.tillflow.connectors.data.files.StoredFile;
import io.tillflow.connectors.data.files.WriteResult;
import io.tillflow.connectors.data.files.local.LocalFiles;
import io.tillflow.connectors.data.tables.TableResult.Done;
import io.tillflow.connectors.data.tables.TableResult.Malformed;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TablesLimitsTest {
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
    void aNumberThatCannotBeWrittenOutIsRefused() {
        given(DEAR, "[{\"total\": 1}, {\"total\": 1e999999999}]");
        assertThat(tables.write(DEAR, ORDERS, Choice.ALL))
                .isInstanceOfSatisfying(
                        Malformed.class,
                        bad -> assertThat(bad.reason())
                                .contains("row 2, 'total': the number 1E+999999999 is too large"));
    }

    @Test
    void aFullDocumentStaysReadable() {
        given(ORDERS, "number\n" + "1\n".repeat(50_000));
        assertThatThrownBy(() -> tables.put(ORDERS, Map.of("number", 2), "number", false, "job 1"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("begin another one");
        assertThat(tables.read(ORDERS, Choice.ALL, 1)).isInstanceOf(Done.class);
    }

    @Test
    void oneTableIsWorkedOnAtATime() throws Exception {
        given(ORDERS, "number\nU-1\n");
        AtomicInteger within = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Tables counted = new Tables(
                new FileStore() {
                    @Override
                    public Optional<StoredFile> read(FilePath path, int largest) {
                        most.accumulateAndGet(within.incrementAndGet(), Math::max);
                        try {
                            return store.read(path, largest);
                        } finally {
                            within.decrementAndGet();
                        }
                    }

                    @Override
                    public boolean holds(FilePath path, long bytes, String checksum) {
                        return store.holds(path, bytes, checksum);
                    }

                    @Override
                    public WriteResult write(FilePath path, byte[] content, Expected expected) {
                        return store.write(path, content, expected);
                    }
                },
                new ForgetfulPuts());
        try (ExecutorService readers = Executors.newFixedThreadPool(8)) {
            List<Callable<TableResult<TableResult.Read>>> reads = IntStream.range(0, 64)
                    .<Callable<TableResult<TableResult.Read>>>mapToObj(i -> () -> counted.read(ORDERS, Choice.ALL, 5))
                    .toList();
            for (var read : readers.invokeAll(reads)) {
                assertThat(read.get()).isInstanceOf(Done.class);
            }
        }
        assertThat(most).hasValue(1);
    }

    private void given(FilePath path, String content) {
        store.write(path, content.getBytes(StandardCharsets.UTF_8), new Expected.Anything());
    }
}
