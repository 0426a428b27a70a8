package io.tillflow.exporter.archive;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first line of a segment.
 *
 * @param after every record up to this position is in earlier segments, or was before the archive began; -1 says it begins with the
 *     first record there is
 */
record SegmentHeader(int partition, long after) {

    private static final Pattern LINE = Pattern.compile("\\{\"partition\":(\\d+),\"after\":(-?\\d+)}");

    String line() {
        return "{\"partition\":" + partition + ",\"after\":" + after + "}";
    }

    static Optional<SegmentHeader> parse(String line) {
        Matcher matcher = LINE.matcher(line);
        return matcher.matches()
                ? Optional.of(new SegmentHeader(Integer.parseInt(matcher.group(1)), Long.parseLong(matcher.group(2))))
                : Optional.empty();
    }
}
