package io.tillflow.journeys;

import io.tillflow.testkit.FreePorts;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The suite under test: started once for all tests, in a data folder and on ports of its own. */
final class RunningSuite {
    private static final Duration START_LIMIT = Duration.ofMinutes(4);
    static final int PORTS = 10;
    private static @Nullable RunningSuite running;

    private final Path home;
    private final Path data;
    private final int base;
    private final Cli cli;

    private RunningSuite(Path home, Path data, int base) {
        this.home = home;
        this.data = data;
        this.base = base;
        this.cli = new Cli(home, data);
    }

    /** The suite, started now if this is the first test that wants it. */
    static synchronized RunningSuite get() {
        RunningSuite suite = running;
        if (suite == null) {
            suite = start();
            running = suite;
        }
        return suite;
    }

    private static RunningSuite start() {
        Path home = Path.of(System.getProperty("tillflow.home", ".."))
                .toAbsolutePath()
                .normalize();
        String running = System.getProperty("journeys.data", "");
        if (!running.isEmpty()) {
            return attached(home, Path.of(running));
        }
        try {
            Path data = Files.createTempDirectory("tillflow-journeys");
            RunningSuite suite = new RunningSuite(home, data, FreePorts.first(PORTS));
            Runtime.getRuntime().addShutdownHook(new Thread(suite::stop, "suite down"));
            suite.cli
                    .run(START_LIMIT, "up", "--detach", "--port-base=" + suite.base)
                    .ok();
            return suite;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** A suite that somebody else started and stops, for writing journeys. */
    private static RunningSuite attached(Path home, Path data) {
        Cli cli = new Cli(home, data);
        JsonNode processes =
                cli.run(START_LIMIT, "status", "--json").ok().json().path("processes");
        for (JsonNode process : processes) {
            if (process.path("name").asString().equals("storefront")) {
                return new RunningSuite(home, data, process.path("port").asInt());
            }
        }
        throw new IllegalStateException("expected a storefront among " + processes);
    }

    private void stop() {
        cli.run(Duration.ofMinutes(1), "down");
        if (Boolean.getBoolean("journeys.keep")) {
            System.err.println("kept " + data);
            return;
        }
        try (Stream<Path> files = Files.walk(data)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException ignored) {
            // a folder in the temporary directory that stays harms nobody
        }
    }

    Cli cli() {
        return cli;
    }

    Path home() {
        return home;
    }

    String shop() {
        return "http://localhost:" + base;
    }

    String studio() {
        return "http://localhost:" + (base + 1);
    }

    String connectors() {
        return "http://127.0.0.1:" + (base + 2);
    }

    String databaseUrl() {
        return "jdbc:postgresql://127.0.0.1:" + (base + 3) + "/tillflow";
    }

    String gatewayUrl() {
        return "http://127.0.0.1:" + (base + 4);
    }

    String gatewayRestUrl() {
        return "http://127.0.0.1:" + (base + 5);
    }

    /** The process that one part runs as; thrown at when it does not run. */
    long pid(String part) {
        JsonNode status = cli.run(Duration.ofMinutes(1), "status", "--json").json();
        for (JsonNode process : status.path("processes")) {
            if (process.path("name").asString().equals(part)
                    && process.path("pid").isNumber()) {
                return process.path("pid").asLong();
            }
        }
        throw new AssertionError("expected " + part + " among " + status);
    }

    /** A connection to the suite's database, as its administrator. */
    Connection database() throws SQLException {
        return DriverManager.getConnection(databaseUrl(), "tillflow", secret("database-password"));
    }

    /** The file of the secrets that the launcher made for this data folder. */
    Path secrets() {
        return data.resolve("secrets.properties");
    }

    /** A secret that the launcher made for this data folder. */
    String secret(String name) {
        Properties secrets = new Properties();
        try (Reader reader = Files.newBufferedReader(secrets())) {
            secrets.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return secrets.getProperty(name);
    }
}
