package io.tillflow.connectors.messaging;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** A provider that takes each call, answers with this status and the beginning of a body, and hangs up. */
public final class BreaksOff implements AutoCloseable {
    private final ServerSocket socket;
    private final String answer;
    private final AtomicInteger calls = new AtomicInteger();

    public BreaksOff(int status) {
        answer = "HTTP/1.1 " + status
                + " Said\r\nContent-Type: application/json\r\nContent-Length: 400\r\n\r\n{\"id\": \"of_som";
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::answerAll);
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    public int calls() {
        return calls.get();
    }

    private void answerAll() {
        while (!socket.isClosed()) {
            try (Socket call = socket.accept()) {
                take(new BufferedInputStream(call.getInputStream()));
                calls.incrementAndGet();
                call.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
                call.getOutputStream().flush();
            } catch (IOException gone) {
                // whoever called hung up first, or the test is over
            }
        }
    }

    private static void take(InputStream request) throws IOException {
        int length = 0;
        for (String line = line(request); !line.isEmpty(); line = line(request)) {
            String header = line.toLowerCase(Locale.ROOT);
            if (header.startsWith("content-length:")) {
                length = Integer.parseInt(
                        header.substring(header.indexOf(':') + 1).strip());
            }
        }
        request.readNBytes(length);
    }

    private static String line(InputStream request) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = request.read(); next >= 0 && next != '\n'; next = request.read()) {
            line.append((char) next);
        }
        return line.toString().strip();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
