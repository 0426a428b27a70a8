package io.tillflow.exporter.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The segment files of one partition, numbered in the order they were written. */
record Segments(Path directory) {

    private static final Pattern PARTITION = Pattern.compile("partition-(\\d+)");
    private static final Pattern SEGMENT = Pattern.compile("(\\d{8})\\.jsonl\\.gz");

    static Segments of(Path archive, int partition) {
        return new Segments(archive.resolve("partition-" + partition));
    }

    static List<Integer> partitions(Path archive) throws IOException {
        TreeSet<Integer> partitions = new TreeSet<>();
        try (Stream<Path> entries = Files.list(archive)) {
            entries.forEach(entry -> {
                Matcher matcher = PARTITION.matcher(entry.getFileName().toString());
                if (matcher.matches()) {
                    partitions.add(Integer.parseInt(matcher.group(1)));
                }
            });
        }
        return List.copyOf(partitions);
    }

    List<Path> oldestFirst() throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(entry ->
                            SEGMENT.matcher(entry.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        }
    }

    /** An empty file that did not exist before, known to the file system's journal. */
    Path createNext() throws IOException {
        Files.createDirectories(directory);
        List<Path> existing = oldestFirst();
        int number = existing.isEmpty() ? 1 : number(existing.getLast()) + 1;
        Path file = Files.createFile(directory.resolve("%08d.jsonl.gz".formatted(number)));
        try (FileChannel entry = FileChannel.open(directory, StandardOpenOption.READ)) {
            entry.force(true);
        }
        return file;
    }

    private static int number(Path segment) {
        return Integer.parseInt(segment.getFileName().toString().substring(0, 8));
    }
}
