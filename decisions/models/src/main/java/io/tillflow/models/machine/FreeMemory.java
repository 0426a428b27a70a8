package io.tillflow.models.machine;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;

/**
 * What could still be taken: of the machine, of the groups of processes this one is in (a container's limit is one), and of this
 * program's heap. Where Linux says nothing of the first two, there is room.
 */
public final class FreeMemory {
    private static final long MEGA = 1 << 20;

    private final Path root;
    private final LongSupplier heap;

    /** As it is here. */
    public FreeMemory() {
        this(Path.of("/"), FreeMemory::freeHeap);
    }

    /** @param root the folder in which /proc and /sys are looked for */
    FreeMemory(Path root, LongSupplier heap) {
        this.root = root;
        this.heap = heap;
    }

    /** What is not collected yet counts as taken: a moment later there may be more. */
    private static long freeHeap() {
        Runtime here = Runtime.getRuntime();
        return here.maxMemory() - here.totalMemory() + here.freeMemory();
    }

    /** A sentence for people where so much cannot be had; nothing where it can. */
    public Optional<String> missing(long bytes, long ofTheHeap) {
        OptionalLong left = outside();
        if (left.isPresent() && left.getAsLong() < bytes) {
            return Optional.of(sentence(left.getAsLong(), "memory", bytes));
        }
        long heapLeft = heap.getAsLong();
        return heapLeft < ofTheHeap ? Optional.of(sentence(heapLeft, "heap", ofTheHeap)) : Optional.empty();
    }

    private static String sentence(long left, String what, long wanted) {
        return Math.max(0, left) / MEGA + " MB of " + what + " are free, " + wanted / MEGA + " MB are wanted";
    }

    /** The least of what the machine and the groups could still give. */
    OptionalLong outside() {
        OptionalLong machine = ProcFile.number(root.resolve("proc/meminfo"), "MemAvailable:");
        return LongStream.concat(
                        machine.stream().map(kilobytes -> kilobytes * 1024),
                        ProcessGroups.of(root).free())
                .min();
    }
}
