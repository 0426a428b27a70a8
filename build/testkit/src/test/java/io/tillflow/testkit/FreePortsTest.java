package io.tillflow.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FreePortsTest {

    @Test
    void neighboursAreFreeAndGivenOnce() {
        int first = FreePorts.first(10);

        assertThat(IntStream.range(first, first + 10)).allMatch(FreePortsTest::canBeBound);
        assertThat(IntStream.generate(FreePorts::next).limit(100))
                .doesNotHaveDuplicates()
                .allMatch(port -> port < first || port >= first + 10)
                .allMatch(port -> port < 32_768, "below the ports of outgoing connections");
    }

    private static boolean canBeBound(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
