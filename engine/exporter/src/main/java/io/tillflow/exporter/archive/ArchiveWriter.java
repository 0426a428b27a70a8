package io.tillflow.exporter.archive;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Appends records to the newest segment, closes it in time and deletes the oldest ones. Not for several threads at once. */
public final class ArchiveWriter implements Closeable {

    private final ArchiveSettings settings;
    private final int partition;
    private final Segments segments;
    private final Clock clock;
    private long archivedTo;
    private @Nullable SegmentFile open;
    private Instant openedAt = Instant.EPOCH;

    /** Continues an archive that holds all records up to the given position, or begins one. */
    public ArchiveWriter(ArchiveSettings settings, int partition, long archivedTo, Clock clock) {
        this.settings = settings;
        this.partition = partition;
        this.segments = Segments.of(settings.directory(), partition);
        this.archivedTo = archivedTo;
        this.clock = clock;
    }

    /** The last record that {@link #append} made durable. */
    public long archivedTo() {
        return archivedTo;
    }

    /** Makes the lines durable; after a failure the segment is given up, and appending the same lines again is right. */
    public void append(List<String> lines, long lastPosition) throws IOException {
        try {
            SegmentFile segment = segment();
            segment.append(lines);
            archivedTo = lastPosition;
            if (segment.size() >= settings.segmentBytes()
                    || clock.instant().isAfter(openedAt.plus(settings.segmentAge()))) {
                close();
                deleteOldest();
            }
        } catch (IOException e) {
            giveUp(e);
            throw e;
        }
    }

    private SegmentFile segment() throws IOException {
        SegmentFile segment = open;
        if (segment == null) {
            segment = new SegmentFile(segments.createNext());
            open = segment;
            openedAt = clock.instant();
            segment.append(List.of(new SegmentHeader(partition, archivedTo).line()));
        }
        return segment;
    }

    private void deleteOldest() throws IOException {
        List<Path> closed = segments.oldestFirst();
        long total = 0;
        for (Path segment : closed) {
            total += Files.size(segment);
        }
        for (Path segment : closed) {
            boolean tooMany = settings.maxBytes() > 0 && total > settings.maxBytes();
            boolean tooOld = !settings.maxAge().isZero()
                    && Files.getLastModifiedTime(segment)
                            .toInstant()
                            .isBefore(clock.instant().minus(settings.maxAge()));
            if (!tooMany && !tooOld) {
                return;
            }
            total -= Files.size(segment);
            Files.delete(segment);
        }
    }

    private void giveUp(IOException reason) {
        try {
            close();
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }

    @Override
    public void close() throws IOException {
        SegmentFile segment = open;
        open = null;
        if (segment != null) {
            segment.close();
        }
    }
}
