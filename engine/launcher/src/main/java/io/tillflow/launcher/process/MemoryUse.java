package io.tillflow.launcher.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** How much memory a process and its children really cost: pages shared with others count in part (PSS). */
public final class MemoryUse {

    private MemoryUse() {}

    /** @return bytes, or nothing where the kernel does not tell */
    public static OptionalLong pssOfTree(long pid) {
        long[] sizes = ProcessHandle.of(pid).stream()
                .flatMap(handle -> Stream.concat(Stream.of(handle), handle.descendants()))
                .mapToLong(handle -> pss(handle.pid()))
                .filter(size -> size >= 0)
                .toArray();
        return sizes.length == 0
                ? OptionalLong.empty()
                : OptionalLong.of(java.util.Arrays.stream(sizes).sum());
    }

    /** The same for one process alone. */
    public static OptionalLong pssOf(long pid) {
        long size = pss(pid);
        return size < 0 ? OptionalLong.empty() : OptionalLong.of(size);
    }

    private static long pss(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                    .findFirst()
                    .orElse(-1);
        } catch (IOException | java.io.UncheckedIOException e) {
            return -1; // gone meanwhile, or no such file on this system
        }
    }
}
