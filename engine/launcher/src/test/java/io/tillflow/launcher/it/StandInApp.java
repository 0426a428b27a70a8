package io.tillflow.launcher.it;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** Stands for an app in the launcher's test: listens where it is told and is ready while its settings are there. */
public final class StandInApp {

    private StandInApp() {}

    public static void main(String[] arguments) throws IOException {
        InetSocketAddress address =
                new InetSocketAddress(given("SERVER_ADDRESS"), Integer.parseInt(given("SERVER_PORT")));
        HttpServer server = HttpServer.create(address, 0);
        boolean complete = given("TILLFLOW_DATABASE_URL").startsWith("jdbc:postgresql://127.0.0.1:")
                && given("TILLFLOW_GATEWAY").startsWith("http://127.0.0.1:")
                && !given("TILLFLOW_SERVICE_TOKEN").isBlank();
        server.createContext("/actuator/health/readiness", exchange -> {
            exchange.sendResponseHeaders(complete ? 200 : 503, -1);
            exchange.close();
        });
        server.start();
        System.out.println("stand-in listens on " + address);
    }

    private static String given(String name) {
        return System.getenv().getOrDefault(name, "");
    }

    /** Packs this class as a runnable jar. */
    static void pack(Path jar) throws IOException {
        Files.createDirectories(jar.getParent());
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, StandInApp.class.getName());
        String name = StandInApp.class.getName().replace('.', '/') + ".class";
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream packed = new JarOutputStream(out, manifest);
                var in = StandInApp.class.getClassLoader().getResourceAsStream(name)) {
            packed.putNextEntry(new ZipEntry(name));
            java.util.Objects.requireNonNull(in).transferTo(packed);
            packed.closeEntry();
        }
    }
}
