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
import io.tillflow.connectors.data.tables.TableResult.Put;
import io.tillflow.connectors.provider.ProviderUnavailable;
import io.tillflow.connectors.provider.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A repeat hears what the first try would have heard. */
class RepeatedPutsIT {
    private static final FilePath ORDERS = new FilePath("reports/orders.csv");

    private static final DataSource SOURCE = TestDatabase.dataSource();

    @TempDir
    private Path folder;

    private LocalFiles store;
    private Tables tables;

    @BeforeEach
    void anEmptyBook() {
        TestDatabase.jdbc().sql("truncate connectors.row_put").update();
        store = new LocalFiles(folder);
        tables = over(store);
    }

    @Test
    void aRowWhoseAnswerWasLostIsStillAddedByItsRepeat() {
        assertThatThrownBy(() -> put(over(answerLost()), "job 1", "U-1", false))
                .isInstanceOf(ProviderUnavailable.class);
        assertThat(put(tables, "job 2", "U-1", false).added()).isFalse();
        assertThat(put(tables, "job 1", "U-1", false).added()).isTrue();
        assertThat(put(tables, "job 1", "U-1", true).added()).isTrue();
        assertThat(put(tables, "job 3", "U-1", true).added()).isFalse();
    }

    @Test
    void aRepeatChangesNothingMoreAndHearsTheSameFigures() {
        Put first = put(tables, "job 1", "U-1", true);
        put(tables, "job 2", "U-2", true);
        byte[] before = content();
        assertThat(put(tables, "job 1", "U-1", true)).isEqualTo(first);
        assertThat(content()).isEqualTo(before);
        assertThat(put(tables, "job 1", "U-3", true).rows()).isEqualTo(3);
    }

    @Test
    void whatATryNeverStoredWasAddedByWhoeverDid() {
        assertThatThrownBy(() -> put(over(neverStored()), "job 1", "U-1", false))
                .isInstanceOf(ProviderUnavailable.class);
        assertThat(put(tables, "job 2", "U-1", false).added()).isTrue();
        assertThat(put(tables, "job 1", "U-1", false).added()).isFalse();
    }

    @Test
    void whoeverIsForestalledAddedNothing() {
        Tables late = over(new Relayed() {
            private boolean first = true;

            @Override
            public WriteResult write(FilePath path, byte[] content, Expected expected) {
                if (first) {
                    first = false;
                    put(tables, "job 2", "U-1", false);
                }
                return store.write(path, content, expected);
            }
        });
        assertThat(put(late, "job 1", "U-1", false).added()).isFalse();
        assertThat(put(tables, "job 2", "U-1", false).added()).isTrue();
    }

    @Test
    void whoeverIsForestalledAndDoesNotHearOfItAddedNothing() {
        Tables late = over(new Relayed() {
            @Override
            public Optional<StoredFile> read(FilePath path, int largest) {
                Optional<StoredFile> before = store.read(path, largest);
                put(tables, "job 2", "U-1", false);
                return before;
            }

            @Override
            public WriteResult write(FilePath path, byte[] content, Expected expected) {
                assertThat(store.write(path, content, expected)).isInstanceOf(WriteResult.Changed.class);
                throw new ProviderUnavailable("the answer is lost");
            }
        });
        assertThatThrownBy(() -> put(late, "job 1", "U-1", false)).isInstanceOf(ProviderUnavailable.class);
        assertThat(put(tables, "job 1", "U-1", false).added()).isFalse();
        assertThat(put(tables, "job 2", "U-1", false).added()).isTrue();
    }

    @Test
    void whatWasRefusedForSureAddedNothing() {
        Tables refused = over(new Relayed() {
            @Override
            public WriteResult write(FilePath path, byte[] content, Expected expected) {
                throw new IllegalStateException("these keys may not write");
            }
        });
        assertThatThrownBy(() -> put(refused, "job 1", "U-1", false)).isInstanceOf(IllegalStateException.class);
        store.replace(ORDERS, "number\r\nU-1\r\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(put(tables, "job 1", "U-1", false).added()).isFalse();
    }

    @Test
    void aRowOfADocumentThatIsBegunAnewIsAddedAgain() {
        assertThat(put(tables, "job 1", "U-1", false).added()).isTrue();
        store.replace(ORDERS, "number\r\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThatThrownBy(() -> put(over(answerLost()), "job 2", "U-1", false))
                .isInstanceOf(ProviderUnavailable.class);
        assertThat(put(tables, "job 2", "U-1", false).added()).isTrue();
    }

    /** Eight processes, twelve rows, each wanted by three jobs and each job worked on twice at once; a third of answers is lost. */
    @Test
    void ofManyAtOnceEachRowIsAddedByOneJobAndEachJobHearsOneAnswer() throws Exception {
        List<Callable<List<Object>>> jobs = IntStream.range(0, 72)
                .<Callable<List<Object>>>mapToObj(i -> () -> untilAnswered("job " + i % 36, "U-" + i % 12))
                .toList();
        List<List<Object>> answers = new ArrayList<>();
        try (ExecutorService workers = Executors.newFixedThreadPool(8)) {
            for (Future<List<Object>> answer : workers.invokeAll(jobs)) {
                answers.add(answer.get());
            }
        }
        List<List<Object>> distinct = answers.stream().distinct().toList();
        assertThat(distinct).hasSize(36);
        assertThat(distinct.stream()
                        .filter(answer -> answer.contains(true))
                        .map(answer -> answer.get(1))
                        .toList())
                .hasSize(12)
                .doesNotHaveDuplicates();
        assertThat(tables.read(ORDERS, Choice.ALL, 100))
                .isInstanceOfSatisfying(
                        Done.class,
                        done -> assertThat(done.what())
                                .isInstanceOfSatisfying(
                                        TableResult.Read.class,
                                        read -> assertThat(read.total()).isEqualTo(12)));
    }

    private List<Object> untilAnswered(String job, String number) {
        while (true) {
            try {
                boolean lost = ThreadLocalRandom.current().nextInt(3) == 0;
                return List.of(
                        job,
                        number,
                        put(over(lost ? answerLost() : store), job, number, false)
                                .added());
            } catch (ProviderUnavailable again) {
                Thread.onSpinWait();
            }
        }
    }

    private static Put put(Tables tables, String effect, String number, boolean replace) {
        TableResult<Put> result = tables.put(ORDERS, Map.of("number", number), "number", replace, effect);
        assertThat(result).isInstanceOf(Done.class);
        return ((Done<Put>) result).what();
    }

    /** Of its own service, as in two processes. */
    private static Tables over(FileStore files) {
        return new Tables(
                files,
                new KeptPuts(
                        JdbcClient.create(SOURCE), new TransactionTemplate(new DataSourceTransactionManager(SOURCE))));
    }

    private byte[] content() {
        return store.read(ORDERS, 10_000).orElseThrow().content();
    }

    private FileStore answerLost() {
        return new Relayed() {
            @Override
            public WriteResult write(FilePath path, byte[] content, Expected expected) {
                WriteResult unheard = store.write(path, content, expected);
                throw new ProviderUnavailable("the answer is lost: " + unheard);
            }
        };
    }

    private FileStore neverStored() {
        return new Relayed() {
            @Override
            public WriteResult write(FilePath path, byte[] content, Expected expected) {
                throw new ProviderUnavailable("it did not get there");
            }
        };
    }

    /** The store, but for how it writes. */
    private abstract class Relayed implements FileStore {
        @Override
        public Optional<StoredFile> read(FilePath path, int largest) {
            return store.read(path, largest);
        }

        @Override
        public boolean holds(FilePath path, long bytes, String checksum) {
            return store.holds(path, bytes, checksum);
        }
    }
}
