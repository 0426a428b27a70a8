package io.tillflow.exporter;

import io.tillflow.exporter.archive.ArchiveSettings;
import io.tillflow.exporter.store.Database;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The {@code args} of the exporter in the broker's configuration.
 *
 * @param flushInterval how long a record waits at most for others to share its transaction
 * @param batchRecords a transaction takes at most so many records
 * @param bufferRecords while the database is away, so many records are taken before the broker is told to wait
 * @param bufferBytes likewise, measured in characters of JSON
 * @param retention finished instances and all about them are deleted this long after their end; zero keeps them
 */
record ExporterSettings(
        Database database,
        ArchiveSettings archive,
        Duration flushInterval,
        int batchRecords,
        int bufferRecords,
        long bufferBytes,
        Duration retention) {

    private static final Set<String> KNOWN = Set.of(
            "url",
            "user",
            "password",
            "archivedirectory",
            "archivesegmentmegabytes",
            "archivesegmenthours",
            "archivemaxmegabytes",
            "archivemaxdays",
            "flushintervalmillis",
            "batchrecords",
            "bufferrecords",
            "buffermegabytes",
            "retentiondays");
    private static final long MEGABYTE = 1L << 20;

    /** Reads the arguments; their names' case does not matter, since environment variables have none. */
    static ExporterSettings of(Map<String, Object> arguments) {
        Map<String, String> args = new TreeMap<>();
        arguments.forEach((name, value) -> args.put(name.toLowerCase(Locale.ROOT), String.valueOf(value)));
        Set<String> unknown = new TreeSet<>(args.keySet());
        unknown.removeAll(KNOWN);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "expected the history exporter's args among " + new TreeSet<>(KNOWN) + ", but found " + unknown);
        }
        return new ExporterSettings(
                new Database(text(args, "url"), text(args, "user"), text(args, "password")),
                archive(args),
                Duration.ofMillis(number(args, "flushIntervalMillis", 50, 1)),
                (int) number(args, "batchRecords", 5_000, 1),
                (int) number(args, "bufferRecords", 20_000, 1),
                number(args, "bufferMegabytes", 32, 1) * MEGABYTE,
                Duration.ofDays(number(args, "retentionDays", 0, 0)));
    }

    private static ArchiveSettings archive(Map<String, String> args) {
        return new ArchiveSettings(
                Path.of(text(args, "archiveDirectory")),
                number(args, "archiveSegmentMegabytes", 64, 1) * MEGABYTE,
                Duration.ofHours(number(args, "archiveSegmentHours", 24, 1)),
                number(args, "archiveMaxMegabytes", 20_480, 0) * MEGABYTE,
                Duration.ofDays(number(args, "archiveMaxDays", 0, 0)));
    }

    private static String text(Map<String, String> args, String name) {
        String value = args.get(name.toLowerCase(Locale.ROOT));
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("expected the history exporter's arg " + name + ", but it is missing");
        }
        return value;
    }

    private static long number(Map<String, String> args, String name, long whenAbsent, long least) {
        @Nullable String value = args.get(name.toLowerCase(Locale.ROOT));
        if (value == null) {
            return whenAbsent;
        }
        try {
            long number = Long.parseLong(value.strip());
            if (number >= least && number <= Integer.MAX_VALUE) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            throw refused(name, least, value, notANumber);
        }
        throw refused(name, least, value, null);
    }

    private static IllegalArgumentException refused(
            String name, long least, String value, @Nullable NumberFormatException cause) {
        return new IllegalArgumentException(
                "expected the history exporter's arg " + name + " to be a whole number of at least " + least
                        + ", but was " + value,
                cause);
    }
}
