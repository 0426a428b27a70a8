package io.tillflow.exporter.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillflow.exporter.Records;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    private static final long LARGE = 1 << 20;

    @TempDir
    Path directory;

    @Test
    void returnsWhatWasAppendedWhileItIsStillOpen() throws IOException {
        try (ArchiveWriter writer = writer(LARGE, -1)) {
            append(writer, 1, 3);
            append(writer, 4, 4);
            assertThat(read(Long.MAX_VALUE)).containsExactly(1L, 2L, 3L, 4L);
            assertThat(read(2)).containsExactly(1L, 2L);
        }
        assertThat(read(Long.MAX_VALUE)).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void aTornSegmentIsReadUpToTheTear() throws IOException {
        try (ArchiveWriter writer = writer(LARGE, -1)) {
            append(writer, 1, 500);
            append(writer, 501, 1_000);
        }
        Path segment = segments().getFirst();
        try (RandomAccessFile file = new RandomAccessFile(segment.toFile(), "rw")) {
            file.setLength(file.length() * 3 / 4);
        }
        List<Long> read = read(Long.MAX_VALUE);
        assertThat(read).hasSizeBetween(500, 999);
        assertThat(read)
                .isEqualTo(LongStream.rangeClosed(1, read.size()).boxed().toList());
    }

    @Test
    void whatIsWrittenTwiceAfterACrashIsReadOnce() throws IOException {
        try (ArchiveWriter writer = writer(LARGE, -1)) {
            append(writer, 1, 10);
        }
        try (ArchiveWriter writer = writer(LARGE, 7)) {
            append(writer, 8, 12);
        }
        assertThat(segments()).hasSize(2);
        assertThat(read(Long.MAX_VALUE))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 12).boxed().toList());
    }

    @Test
    void aHoleIsRefused() throws IOException {
        try (ArchiveWriter writer = writer(LARGE, -1)) {
            append(writer, 1, 10);
        }
        try (ArchiveWriter writer = writer(LARGE, 20)) {
            append(writer, 21, 22);
        }
        assertThatThrownBy(() -> read(Long.MAX_VALUE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("hole")
                .hasMessageContaining("00000002.jsonl.gz continues after record 20")
                .hasMessageContaining("end at 10");
    }

    @Test
    void segmentsRotateAndTheOldestGo() throws IOException {
        ArchiveSettings settings = new ArchiveSettings(directory, 1_000, Duration.ofHours(1), 5_000, Duration.ZERO);
        try (ArchiveWriter writer = new ArchiveWriter(settings, 1, -1, CLOCK)) {
            for (long position = 1; position <= 2_000; position += 50) {
                append(writer, position, position + 49);
            }
        }
        long size = 0;
        for (Path segment : segments()) {
            size += Files.size(segment);
        }
        assertThat(size).isLessThan(8_000);
        ArchiveReader reader = new ArchiveReader(directory, 1);
        List<Long> read = new ArrayList<>();
        reader.read(Long.MAX_VALUE, record -> read.add(record.position()));
        assertThat(reader.begin()).isPositive().isEqualTo(read.getFirst() - 1);
        assertThat(read.getLast()).isEqualTo(2_000);
    }

    @Test
    void aSegmentNobodyFinishedOpeningIsPassedOver() throws IOException {
        Path partition = Files.createDirectories(directory.resolve("partition-1"));
        Files.createFile(partition.resolve("00000001.jsonl.gz"));
        try (ArchiveWriter writer = writer(LARGE, -1)) {
            append(writer, 1, 2);
        }
        assertThat(read(Long.MAX_VALUE)).containsExactly(1L, 2L);
        assertThat(ArchiveReader.partitions(directory)).containsExactly(1);
    }

    private ArchiveWriter writer(long segmentBytes, long archivedTo) {
        return new ArchiveWriter(
                new ArchiveSettings(directory, segmentBytes, Duration.ofHours(1), 0, Duration.ZERO),
                1,
                archivedTo,
                CLOCK);
    }

    private static void append(ArchiveWriter writer, long from, long to) throws IOException {
        writer.append(
                LongStream.rangeClosed(from, to)
                        .mapToObj(position -> Records.event(position, "TIMER", "CREATED", position * 7919, "{}"))
                        .toList(),
                to);
        assertThat(writer.archivedTo()).isEqualTo(to);
    }

    private List<Path> segments() throws IOException {
        return Segments.of(directory, 1).oldestFirst();
    }

    private List<Long> read(long upTo) throws IOException {
        List<Long> positions = new ArrayList<>();
        new ArchiveReader(directory, 1).read(upTo, record -> positions.add(record.position()));
        return positions;
    }
}
