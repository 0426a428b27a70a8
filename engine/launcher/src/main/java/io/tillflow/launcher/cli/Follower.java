package io.tillflow.launcher.cli;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Shows what a file has grown by since it was last asked; starts over when the file was cut. */
final class Follower {

    private static final int CHUNK = 1 << 16;

    private final Path file;
    private final Consumer<String> out;
    private long offset;

    Follower(Path file, long offset, Consumer<String> out) {
        this.file = file;
        this.offset = offset;
        this.out = out;
    }

    void show() {
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            if (log.length() < offset) {
                offset = 0;
            }
            log.seek(offset);
            byte[] chunk = new byte[CHUNK];
            for (int read = log.read(chunk); read > 0; read = log.read(chunk)) {
                int whole = wholeLines(chunk, read);
                out.accept(new String(chunk, 0, whole, StandardCharsets.UTF_8));
                offset += whole;
                log.seek(offset);
                if (whole < read) {
                    break;
                }
            }
        } catch (IOException ignored) {
            // not written yet, or moved away just now: the next look finds it
        }
    }

    /** Half a line waits for its end, unless it fills the whole chunk. */
    private static int wholeLines(byte[] chunk, int read) {
        for (int end = read; end > 0; end--) {
            if (chunk[end - 1] == '\n') {
                return end;
            }
        }
        return read == chunk.length ? read : 0;
    }
}
