package io.tillflow.exporter.archive;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * The whole lines of a segment. One that is still written, or whose writer was killed, ends in the middle of a block or a line: what
 * comes before that is as good as any other.
 */
final class SegmentLines implements Closeable {

    private static final int BUFFER = 1 << 16;

    private final InputStream file;
    private final byte[] buffer = new byte[BUFFER];
    private @Nullable InputStream unpacked;
    private int position;
    private int filled;

    SegmentLines(Path segment) throws IOException {
        file = Files.newInputStream(segment);
    }

    /** The next line, or null after the last whole one. */
    @Nullable
    String next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (true) {
            for (int i = position; i < filled; i++) {
                if (buffer[i] == '\n') {
                    line.write(buffer, position, i - position);
                    position = i + 1;
                    return line.toString(StandardCharsets.UTF_8);
                }
            }
            line.write(buffer, position, filled - position);
            position = 0;
            filled = readToTear();
            if (filled < 0) {
                filled = 0;
                return null;
            }
        }
    }

    private int readToTear() throws IOException {
        try {
            InputStream in = unpacked;
            if (in == null) {
                in = new GZIPInputStream(file, BUFFER);
                unpacked = in;
            }
            return in.read(buffer);
        } catch (EOFException | ZipException tear) {
            return -1;
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
