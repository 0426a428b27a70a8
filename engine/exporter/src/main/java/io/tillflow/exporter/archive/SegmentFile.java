package io.tillflow.exporter.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** The segment being written; after {@link #append} its lines survive a power cut. */
final class SegmentFile implements Closeable {

    private static final int BUFFER = 1 << 16;

    private final FileChannel channel;
    private final GZIPOutputStream lines;

    SegmentFile(Path file) throws IOException {
        channel = FileChannel.open(file, StandardOpenOption.WRITE);
        lines = new QuickGzip(Channels.newOutputStream(channel));
    }

    void append(List<String> newLines) throws IOException {
        for (String line : newLines) {
            lines.write(line.getBytes(StandardCharsets.UTF_8));
            lines.write('\n');
        }
        lines.flush();
        channel.force(false);
    }

    long size() throws IOException {
        return channel.position();
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            lines.close();
        }
    }

    /** Each flush ends a block that can be read even if the file ends right after it. */
    private static final class QuickGzip extends GZIPOutputStream {
        QuickGzip(OutputStream out) throws IOException {
            super(out, BUFFER, true);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
