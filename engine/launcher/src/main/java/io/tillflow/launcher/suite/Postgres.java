package io.tillflow.launcher.suite;

import io.tillflow.launcher.Trouble;
import io.tillflow.launcher.dist.Distribution;
import io.tillflow.launcher.dist.Distributions;
import io.tillflow.launcher.process.Command;
import io.tillflow.launcher.process.Signal;
import io.tillflow.launcher.process.Sockets;
import io.tillflow.launcher.process.Stop;
import io.tillflow.launcher.settings.Port;
import io.tillflow.launcher.settings.Secrets;
import io.tillflow.launcher.settings.Secrets.Secret;
import io.tillflow.launcher.settings.Setting;
import io.tillflow.launcher.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** PostgreSQL from its unpacked binaries: durable, on loopback, reached by password only. */
final class Postgres implements Child {

    private final Settings settings;
    private final Secrets secrets;
    private final Distributions distributions;
    private final Path folder;
    private final int port;

    Postgres(Settings settings, Secrets secrets, Distributions distributions) {
        this.settings = settings;
        this.secrets = secrets;
        this.distributions = distributions;
        this.folder = settings.folders().postgres();
        this.port = settings.ports().of(Port.DATABASE);
    }

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public Rank rank() {
        return Rank.DATABASE;
    }

    @Override
    public List<Port> ports() {
        return List.of(Port.DATABASE);
    }

    @Override
    public void prepare() throws IOException {
        Path programs = distributions.provide(Distribution.postgres()).resolve("bin");
        new StalePostmaster(folder).stop(stop());
        if (!Files.exists(folder.resolve("PG_VERSION"))) {
            new Initdb(programs, folder).run(secrets.get(Secret.POSTGRES_PASSWORD));
        }
    }

    @Override
    public Command command() {
        List<String> arguments = new ArrayList<>(Unprivileged.prefix(folder));
        arguments.add(distributions
                .folder(Distribution.postgres())
                .resolve("bin/postgres")
                .toString());
        arguments.addAll(List.of("-D", folder.toString(), "-p", Integer.toString(port)));
        options().forEach((name, value) -> arguments.addAll(List.of("-c", name + "=" + value)));
        return new Command(arguments, Map.of("TZ", "UTC", "LC_ALL", "C"), folder);
    }

    private Map<String, String> options() {
        String buffers = (settings.size(Setting.MEMORY_DATABASE) >> 20) + "MB";
        Map<String, String> options = new java.util.TreeMap<>();
        options.put("listen_addresses", "127.0.0.1");
        options.put("unix_socket_directories", "");
        options.put("fsync", "on");
        options.put("synchronous_commit", "on");
        options.put("full_page_writes", "on");
        options.put("shared_buffers", buffers);
        options.put("max_connections", "80");
        options.put("max_wal_size", "512MB");
        options.put("jit", "off");
        options.put("timezone", "UTC");
        options.put("log_timezone", "UTC");
        options.put("log_line_prefix", "%m [%p] %a ");
        return options;
    }

    @Override
    public boolean ready() {
        if (!Sockets.accepts(port)) {
            return false;
        }
        try (Connection ignored = superuser("postgres").connect()) {
            return true;
        } catch (SQLException e) {
            if ("28P01".equals(e.getSQLState())) {
                throw new Trouble(
                        "The database in " + folder + " does not accept the password in "
                                + settings.folders().secrets()
                                + ": put the secrets file that belongs to it back, or start over"
                                + " with ./tillflow reset.",
                        e);
            }
            return false; // still starting
        }
    }

    private Database superuser(String database) {
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
        return new Database(url, "postgres", secrets.get(Secret.POSTGRES_PASSWORD));
    }

    @Override
    public void whenReady() {
        try (Connection connection = superuser("postgres").connect();
                Statement statement = connection.createStatement()) {
            // the password has only letters, digits, - and _
            String password = secrets.get(Secret.DATABASE_PASSWORD);
            if (!exists(statement, "SELECT FROM pg_roles WHERE rolname = 'tillflow'")) {
                statement.execute("CREATE ROLE tillflow LOGIN PASSWORD '" + password + "'");
            }
            if (!exists(statement, "SELECT FROM pg_roles WHERE rolname = 'tillflow_reporting'")) {
                statement.execute("CREATE ROLE tillflow_reporting NOLOGIN");
                statement.execute("GRANT tillflow_reporting TO tillflow");
            }
            if (!exists(statement, "SELECT FROM pg_database WHERE datname = 'tillflow'")) {
                statement.execute("CREATE DATABASE tillflow OWNER tillflow");
            }
        } catch (SQLException e) {
            throw new Trouble(
                    "Cannot create the database tillflow (" + e.getMessage() + "): see "
                            + settings.folders().log(name()) + ".",
                    e);
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    @Override
    public Stop stop() {
        return new Stop(Signal.INT, Duration.ofSeconds(30));
    }
}
