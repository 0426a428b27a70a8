package io.tillflow.launcher.bench;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;

/** The JDK's own web server with ready-made answers of the same size: what the machine and the measuring cost by themselves. */
final class Yardstick implements AutoCloseable {
    private final HttpServer server;
    private final List<URI> pages = new ArrayList<>();

    Yardstick(List<byte[]> bodies) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        for (int n = 0; n < bodies.size(); n++) {
            byte[] body = bodies.get(n);
            server.createContext("/page-" + n + "/", exchange -> {
                exchange.sendResponseHeaders(200, body.length);
                try (OutputStream out = exchange.getResponseBody()) {
                    out.write(body);
                }
            });
            pages.add(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/page-" + n + "/"));
        }
        server.start();
    }

    List<URI> pages() {
        return List.copyOf(pages);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
