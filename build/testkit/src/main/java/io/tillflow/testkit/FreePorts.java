package io.tillflow.testkit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Ports nobody listens on, for servers that a test starts a little later. They lie below the range from which the system takes the
 * ports of outgoing connections: a port from that range may be gone by the time the server wants it.
 */
public final class FreePorts {

    private static final int FIRST = 10_000;
    private static final int LAST = 32_000;
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private FreePorts() {}

    /** A port that this JVM was not given before. */
    public static int next() {
        return first(1);
    }

    /** The first of so many neighbouring ports. */
    public static synchronized int first(int neighbours) {
        RandomGenerator random = RandomGenerator.getDefault();
        int first = IntStream.generate(() -> random.nextInt(FIRST, LAST - neighbours))
                .limit(10_000)
                .filter(base -> IntStream.range(base, base + neighbours).allMatch(FreePorts::isFree))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("expected " + neighbours + " free ports, but found none"));
        IntStream.range(first, first + neighbours).forEach(GIVEN::add);
        return first;
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
