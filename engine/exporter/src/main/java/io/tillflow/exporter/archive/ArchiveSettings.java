package io.tillflow.exporter.archive;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Where the archive lies and how much of it is kept.
 *
 * @param segmentBytes a segment is closed when its file has grown to this size
 * @param segmentAge a segment is closed this long after its first record
 * @param maxBytes the oldest closed segments are deleted while all files together are larger; 0 keeps all
 * @param maxAge closed segments older than this are deleted; zero keeps all
 */
public record ArchiveSettings(Path directory, long segmentBytes, Duration segmentAge, long maxBytes, Duration maxAge) {

    public ArchiveSettings {
        if (segmentBytes < 1 || maxBytes < 0 || segmentAge.isNegative() || segmentAge.isZero() || maxAge.isNegative()) {
            throw new IllegalArgumentException(
                    "expected a segment of at least one byte and some age, and limits that are "
                            + "not negative, but were " + segmentBytes + " bytes, " + segmentAge + ", " + maxBytes
                            + " bytes and " + maxAge);
        }
    }
}
