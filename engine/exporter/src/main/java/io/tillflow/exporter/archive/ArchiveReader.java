package io.tillflow.exporter.archive;

import io.tillflow.exporter.projection.RecordLine;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Reads the records of a partition in order and once each, also while the archive is being written and after any crash. */
public final class ArchiveReader {

    private static final int BUFFER = 1 << 16;

    private final Segments segments;
    private final Path archive;
    private long last = -1;
    private long begin = -1;
    private boolean begun;

    public ArchiveReader(Path archive, int partition) {
        this.archive = archive;
        this.segments = Segments.of(archive, partition);
    }

    public static List<Integer> partitions(Path archive) throws IOException {
        if (!Files.isDirectory(archive)) {
            throw new NoSuchFileException(archive + " (expected the archive's directory)");
        }
        return Segments.partitions(archive);
    }

    /** Hands over the records up to and including the given position. */
    public void read(long upTo, Consumer<RecordLine> consumer) throws IOException {
        for (Path segment : segments.oldestFirst()) {
            if (last < upTo) {
                readSegment(segment, upTo, consumer);
            }
        }
    }

    /** The position after which the archive begins: -1 unless its oldest segments have been deleted. */
    public long begin() {
        return begin;
    }

    /** The last record handed over. */
    public long last() {
        return last;
    }

    private void readSegment(Path segment, long upTo, Consumer<RecordLine> consumer) throws IOException {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(segment), BUFFER), StandardCharsets.UTF_8),
                BUFFER)) {
            String header = lines.readLine();
            if (header == null) {
                return;
            }
            begin(segment, header);
            String line;
            while ((line = lines.readLine()) != null) {
                take(line, upTo, consumer);
            }
        } catch (EOFException | ZipException tear) {
            // The segment ends in the middle of a block: its writer was killed, or still writes. What follows starts
            // where the
            // database stood, and begin() refuses if that leaves a hole.
            return;
        }
    }

    private void begin(Path segment, String headerLine) throws IOException {
        SegmentHeader header = SegmentHeader.parse(headerLine)
                .orElseThrow(() ->
                        new IOException("expected a segment header in " + segment + ", but was " + clip(headerLine)));
        if (!begun) {
            begun = true;
            begin = header.after();
            last = header.after();
        } else if (header.after() > last) {
            throw new IOException("the archive " + archive + " has a hole: " + segment.getFileName()
                    + " continues after record " + header.after() + ", but the segments before it end at " + last);
        }
    }

    private void take(@Nullable String line, long upTo, Consumer<RecordLine> consumer) {
        RecordLine record = RecordLine.parse(String.valueOf(line));
        if (record.position() > last && record.position() <= upTo) {
            last = record.position();
            consumer.accept(record);
        }
    }

    private static String clip(String line) {
        return line.length() > 80 ? line.substring(0, 80) + "…" : line;
    }
}
