package io.tillflow.launcher.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sockets a process listens on, TCP and UDP, as the kernel tells. */
record Listening(boolean loopback, int port) {

    private static final String TCP_LISTEN = "0A";
    private static final String UDP_UNCONNECTED = "07";
    private static final Set<String> LOOPBACK =
            Set.of("0100007F", "00000000000000000000000001000000", "0000000000000000FFFF00000100007F");

    static List<Listening> of(long pid) throws IOException {
        Set<String> inodes = inodes(pid);
        return Stream.of("tcp", "tcp6", "udp", "udp6")
                .flatMap(table -> lines(Path.of("/proc/" + pid + "/net/" + table)))
                .map(line -> line.trim().split("\\s+"))
                .filter(fields -> fields[3].equals(TCP_LISTEN) || fields[3].equals(UDP_UNCONNECTED))
                .filter(fields -> inodes.contains("socket:[" + fields[9] + "]"))
                .map(fields -> fields[1].split(":"))
                .map(local -> new Listening(LOOPBACK.contains(local[0]), Integer.parseInt(local[1], 16)))
                .toList();
    }

    private static Stream<String> lines(Path table) {
        try {
            return Files.exists(table) ? Files.readAllLines(table).stream().skip(1) : Stream.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> inodes(long pid) throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            return open.map(Listening::target).collect(Collectors.toSet());
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException e) {
            return ""; // closed meanwhile
        }
    }
}
