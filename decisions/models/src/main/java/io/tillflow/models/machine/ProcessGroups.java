package io.tillflow.models.machine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The control groups this process is in, of either version of Linux's: each limits all within it.
 *
 * @param top where the groups begin
 * @param own this process's, or the top where it cannot be seen from here, as in some containers
 */
record ProcessGroups(Path top, Path own, Names names) {
    /** How a version calls its files and what can be given back. */
    enum Names {
        FIRST("memory.limit_in_bytes", "memory.usage_in_bytes", "total_inactive_file"),
        SECOND("memory.max", "memory.current", "inactive_file");

        private final String limit;
        private final String used;
        private final String given;

        Names(String limit, String used, String given) {
            this.limit = limit;
            this.used = used;
            this.given = given;
        }
    }

    static ProcessGroups of(Path root) {
        List<String[]> lines = ProcFile.lines(root.resolve("proc/self/cgroup")).stream()
                .map(line -> line.split(":", 3))
                .filter(parts -> parts.length == 3)
                .toList();
        Path groups = root.resolve("sys/fs/cgroup");
        Optional<String> first = lines.stream()
                .filter(parts -> List.of(parts[1].split(",")).contains("memory"))
                .map(parts -> parts[2])
                .findFirst();
        if (first.isPresent()) {
            return of(groups.resolve("memory"), first.get(), Names.FIRST);
        }
        String second = lines.stream()
                .filter(parts -> parts[1].isEmpty())
                .map(parts -> parts[2])
                .findFirst()
                .orElse("/");
        return of(groups, second, Names.SECOND);
    }

    private static ProcessGroups of(Path top, String path, Names names) {
        Path own = top.resolve(path.substring(1)).normalize();
        return new ProcessGroups(top, own.startsWith(top) && Files.isDirectory(own) ? own : top, names);
    }

    /** What each could still give, of those that have a limit. */
    LongStream free() {
        return Stream.iterate(own, Objects::nonNull, Path::getParent)
                .takeWhile(group -> group.startsWith(top))
                .flatMapToLong(group -> free(group).stream());
    }

    private OptionalLong free(Path group) {
        OptionalLong limit = ProcFile.number(group.resolve(names.limit));
        OptionalLong used = ProcFile.number(group.resolve(names.used));
        if (limit.isEmpty() || used.isEmpty()) {
            return OptionalLong.empty();
        }
        long given = ProcFile.number(group.resolve("memory.stat"), names.given).orElse(0);
        return OptionalLong.of(limit.getAsLong() - used.getAsLong() + given);
    }
}
