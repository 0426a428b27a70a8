package io.tillflow.launcher.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Commands against a studio that answers what a test says and keeps what it was asked. */
abstract class StudioCommands {

    @TempDir
    Path folder;

    final AtomicReference<String> received = new AtomicReference<>("");
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream stdout = System.out;
    HttpServer studio;
    int status = 200;
    String answer = "{}";
    /** What the studio waits for before it answers. */
    Runnable first = () -> {};

    Path model;

    @BeforeEach
    void start() throws IOException {
        model = Files.writeString(folder.resolve("order.bpmn"), "<definitions/>");
        studio = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        studio.createContext("/", this::serve);
        studio.start();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void stop() {
        System.setOut(stdout);
        studio.stop(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        received.set(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                + exchange.getRequestHeaders().getFirst("Authorization") + "\n"
                + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        first.run();
        byte[] body = answer.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    final int nested(String command, String... arguments) {
        String[] all = new String[arguments.length + 6];
        String[] where = {"automations", command, "--studio", address(), "--token", "secret"};
        System.arraycopy(where, 0, all, 0, where.length);
        System.arraycopy(arguments, 0, all, where.length, arguments.length);
        return Tillflow.commandLine().execute(all);
    }

    final String address() {
        return "http://127.0.0.1:" + studio.getAddress().getPort();
    }

    final int run(String command, String... arguments) {
        String[] all = new String[arguments.length + 5];
        all[0] = command;
        all[1] = "--studio";
        all[2] = "http://127.0.0.1:" + studio.getAddress().getPort();
        all[3] = "--token";
        all[4] = "secret";
        System.arraycopy(arguments, 0, all, 5, arguments.length);
        return Tillflow.commandLine().execute(all);
    }

    final String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
