package io.tillflow.connectors.data.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillflow.connectors.data.files.WriteResult.Changed;
import io.tillflow.connectors.data.files.WriteResult.Written;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of documents must do. */
public abstract class FileStoreContract {
    private static final int LARGEST = 1_000;
    private static final Expected NOTHING = new Expected.Nothing();
    private static final Expected ANYTHING = new Expected.Anything();

    private final FilePath path = new FilePath("reports/" + UUID.randomUUID() + ".csv");

    protected abstract FileStore store();

    @Test
    void aDocumentThatIsNotThereIsEmpty() {
        assertThat(store().read(path, LARGEST)).isEmpty();
    }

    @Test
    void readsWhatWasWrittenByteForByteAndTellsItsChecksum() {
        byte[] content = "number,total\r\nU-1,ä\r\n".getBytes(StandardCharsets.UTF_8);
        assertThat(store().write(path, content, ANYTHING)).isInstanceOf(Written.class);
        StoredFile read = store().read(path, LARGEST).orElseThrow();
        assertThat(read.content()).isEqualTo(content);
        assertThat(read.checksum()).isEqualTo(Checksum.of(content)).hasSize(64);
    }

    @Test
    void aRepeatLeavesTheSameDocument() {
        store().write(path, bytes("one"), ANYTHING);
        store().write(path, bytes("one"), ANYTHING);
        assertThat(content()).isEqualTo("one");
    }

    @Test
    void replacesOnlyWhatItExpects() {
        assertThat(store().write(path, bytes("first"), NOTHING)).isInstanceOf(Written.class);
        assertThat(store().write(path, bytes("also first"), NOTHING)).isInstanceOf(Changed.class);
        String version = store().read(path, LARGEST).orElseThrow().version();
        assertThat(store().write(path, bytes("second"), new Expected.Version(version)))
                .isInstanceOf(Written.class);
        assertThat(store().write(path, bytes("stale"), new Expected.Version(version)))
                .isInstanceOf(Changed.class);
        assertThat(content()).isEqualTo("second");
    }

    @Test
    void holdsWhatIsAsItWasWritten() {
        byte[] content = bytes("number\r\nU-1\r\n");
        assertThat(store().holds(path, content.length, Checksum.of(content))).isFalse();
        store().write(path, content, ANYTHING);
        assertThat(store().holds(path, content.length, Checksum.of(content))).isTrue();
        assertThat(store().holds(path, content.length + 1, Checksum.of(content)))
                .isFalse();
        store().write(path, bytes("number\r\nU-2\r\n"), ANYTHING);
        assertThat(store().holds(path, content.length, Checksum.of(content))).isFalse();
    }

    @Test
    void nothingIsReplacedThatIsGone() {
        assertThat(store().write(path, bytes("lonely"), new Expected.Version("\"0123\"")))
                .isInstanceOf(Changed.class);
        assertThat(store().read(path, LARGEST)).isEmpty();
    }

    @Test
    void ofManyWhoWriteTheFirstAtTheSameTimeOneDoes() throws Exception {
        try (ExecutorService writers = Executors.newFixedThreadPool(8)) {
            List<Future<WriteResult>> results = writers
                    .invokeAll(IntStream.range(0, 8)
                            .<java.util.concurrent.Callable<WriteResult>>mapToObj(
                                    i -> () -> store().write(path, bytes("writer " + i), NOTHING))
                            .toList())
                    .stream()
                    .toList();
            int written = 0;
            for (Future<WriteResult> result : results) {
                written += result.get() instanceof Written ? 1 : 0;
            }
            assertThat(written).isEqualTo(1);
        }
        assertThat(content()).startsWith("writer ");
    }

    @Test
    void refusesADocumentThatIsTooLargeInsteadOfLoadingIt() {
        store().write(path, new byte[LARGEST + 1], ANYTHING);
        assertThatThrownBy(() -> store().read(path, LARGEST))
                .hasMessageContaining("expected the document " + path + " to have at most 1000 bytes");
    }

    private String content() {
        return new String(store().read(path, LARGEST).orElseThrow().content(), StandardCharsets.UTF_8);
    }

    protected static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
