package io.tillflow.exporter.archive;

import io.tillflow.exporter.projection.RecordLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Reads the records of a partition in order and once each, also while the archive is being written and after any crash. */
public final class ArchiveReader {

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

    /**
     * Reads to the segment's end or tear. What follows a tear starts where the database stood; {@link #begin(Path, String)} refuses
     * if that leaves a hole.
     */
    private void readSegment(Path segment, long upTo, Consumer<RecordLine> consumer) throws IOException {
        try (SegmentLines lines = new SegmentLines(segment)) {
            String header = lines.next();
            if (header == null) {
                return;
            }
            begin(segment, header);
            String line = lines.next();
            while (line != null) {
                take(line, upTo, consumer);
                line = lines.next();
            }
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

    private void take(String line, long upTo, Consumer<RecordLine> consumer) {
        RecordLine record = RecordLine.parse(line);
        if (record.position() > last && record.position() <= upTo) {
            last = record.position();
            consumer.accept(record);
        }
    }

    private static String clip(String line) {
        return line.length() > 80 ? line.substring(0, 80) + "…" : line;
    }
}
