package io.tillflow.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Ports nobody listens on, for servers that a test starts a little later. They lie below the range from which the system takes the
 * ports of outgoing connections: a port from that range may be gone by the time the server wants it. And they come from blocks that
 * this JVM holds for as long as it lives, so that tests of several modules run beside each other.
 */
public final class FreePorts {

    private static final int FIRST = 10_000;
    private static final int LAST = 32_000;
    private static final int BLOCK = 200;
    private static final List<Integer> UNCLAIMED = shuffledBlocks();
    private static final List<Integer> CLAIMED = new ArrayList<>();
    private static final List<FileChannel> HELD = new ArrayList<>();
    private static final Set<Integer> GIVEN = new HashSet<>();

    private FreePorts() {}

    /** A port that no test was given before. */
    public static int next() {
        return first(1);
    }

    /** The first of so many neighbouring ports, at most {@value #BLOCK}. */
    public static synchronized int first(int neighbours) {
        OptionalInt first = among(neighbours);
        while (first.isEmpty()) {
            claim();
            first = among(neighbours);
        }
        IntStream.range(first.getAsInt(), first.getAsInt() + neighbours).forEach(GIVEN::add);
        return first.getAsInt();
    }

    private static OptionalInt among(int neighbours) {
        return CLAIMED.stream()
                .flatMapToInt(block -> IntStream.rangeClosed(block, block + BLOCK - neighbours))
                .filter(base -> IntStream.range(base, base + neighbours).allMatch(FreePorts::isFree))
                .findFirst();
    }

    /** The lock ends with this JVM, however it ends. */
    private static void claim() {
        try {
            Path folder = Files.createDirectories(Path.of(System.getProperty("java.io.tmpdir"), "tillflow-ports"));
            while (!UNCLAIMED.isEmpty()) {
                int block = UNCLAIMED.removeLast();
                FileChannel channel = FileChannel.open(
                        folder.resolve(Integer.toString(block)), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                if (channel.tryLock() != null) {
                    HELD.add(channel);
                    CLAIMED.add(block);
                    return;
                }
                channel.close();
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        throw new IllegalStateException("expected a block of " + BLOCK + " free ports, but all are held");
    }

    private static List<Integer> shuffledBlocks() {
        List<Integer> blocks = IntStream.iterate(FIRST, block -> block + BLOCK <= LAST, block -> block + BLOCK)
                .boxed()
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(blocks);
        return blocks;
    }

    private static boolean isFree(int port) {
        return !GIVEN.contains(port)
                && accepts(new InetSocketAddress(port))
                && accepts(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    private static boolean accepts(InetSocketAddress address) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(address);
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
