package io.tillflow.launcher.cli;

import io.tillflow.launcher.Trouble;
import io.tillflow.launcher.process.Sockets;
import io.tillflow.launcher.settings.Folders;
import io.tillflow.launcher.settings.Setting;
import io.tillflow.launcher.suite.Child;
import io.tillflow.launcher.suite.Endpoints;
import io.tillflow.launcher.suite.Rank;
import io.tillflow.launcher.suite.Suite;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What {@code doctor} found. */
record Diagnosis(
        boolean ok,
        @Nullable String databaseUrl,
        @Nullable String gateway,
        @Nullable Long exporterLagMs,
        List<Check> checks) {

    private static final long LATE_MILLIS = 5_000;
    private static final long MEMORY_BUDGET_MB = 2_253; // 2.2 GB

    /** One thing looked at; a remedy only where something is wrong, or not ready for real shoppers. */
    record Check(
            String name,
            boolean ok,
            String detail,
            @Nullable String remedy) {

        static Check fine(String name, String detail) {
            return new Check(name, true, detail, null);
        }

        /** It works, but not for real shoppers yet. */
        static Check unready(String name, String detail, String remedy) {
            return new Check(name, true, detail, remedy);
        }

        static Check wrong(String name, String detail, String remedy) {
            return new Check(name, false, detail, remedy);
        }
    }

    static Diagnosis of(Copy copy, Clock clock) throws IOException {
        List<Check> checks = new ArrayList<>();
        checks.add(Check.fine("java", "Java " + Runtime.version() + " in " + System.getProperty("java.home")));
        checks.add(disk(copy));
        Optional<Endpoints> endpoints = copy.endpoints();
        OptionalLong lag = OptionalLong.empty();
        if (!copy.running() || endpoints.isEmpty()) {
            checks.add(Check.wrong("suite", "does not run on " + copy.folders().data(), "start it with ./tillflow up"));
        } else {
            checks.add(Check.fine("suite", "runs on " + copy.folders().data()));
            checks.add(database(endpoints.get()));
            checks.addAll(children(copy));
            checks.add(gateway(endpoints.get().gateway()));
            lag = ExporterLag.of(endpoints.get(), clock);
            checks.add(exporter(lag));
            checks.add(memory(copy, clock));
            checks.add(OpenPages.of(endpoints.get().shop()));
            checks.addAll(ConnectedStores.of(endpoints.get()));
            checks.addAll(VaultOfSecrets.of(ConnectedStores.told(endpoints.get(), "/api/v1/secrets/vault")));
        }
        return new Diagnosis(
                checks.stream().allMatch(Check::ok),
                endpoints.map(found -> found.database().libpq()).orElse(null),
                endpoints.map(found -> found.gateway().toString()).orElse(null),
                lag.isPresent() ? lag.getAsLong() : null,
                List.copyOf(checks));
    }

    private static Check disk(Copy copy) throws IOException {
        Folders folders = copy.folders();
        if (!Files.isDirectory(folders.data())) {
            return Check.fine("disk", folders.data() + " will be created");
        }
        long free = Files.getFileStore(folders.data()).getUsableSpace();
        String detail = (free >> 20) + " MB free for " + folders.data();
        return free >= copy.settings().size(Setting.DISK_MINIMUM)
                ? Check.fine("disk", detail)
                : Check.wrong("disk", detail, "free some space, or choose another folder with TILLFLOW_DATA");
    }

    private static Check database(Endpoints endpoints) {
        try (Connection connection = endpoints.database().connect();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT current_setting('server_version'), current_setting('fsync'),"
                                + " current_setting('synchronous_commit')")) {
            row.next();
            String detail = "PostgreSQL " + row.getString(1) + ", fsync " + row.getString(2) + ", synchronous_commit "
                    + row.getString(3);
            return row.getString(2).equals("on")
                    ? Check.fine("database", detail)
                    : Check.wrong("database", detail, "switch fsync on, or a power cut loses orders");
        } catch (SQLException e) {
            return Check.wrong("database", String.valueOf(e.getMessage()), "look into ./tillflow logs postgres");
        }
    }

    private static List<Check> children(Copy copy) {
        List<Child> children = copy.suite().map(Suite::children).orElse(List.of());
        return children.stream()
                .filter(child -> child.rank() != Rank.DATABASE)
                .map(Diagnosis::child)
                .toList();
    }

    private static Check child(Child child) {
        Optional<String> missing = child.missing();
        if (missing.isPresent()) {
            return Check.wrong(child.name(), missing.get(), "run ./tillflow build, then ./tillflow up");
        }
        try {
            return child.ready()
                    ? Check.fine(child.name(), "ready")
                    : Check.wrong(child.name(), "not ready", "look into ./tillflow logs " + child.name());
        } catch (Trouble trouble) {
            return Check.wrong(child.name(), trouble.sentence(), "look into ./tillflow logs " + child.name());
        }
    }

    private static Check gateway(URI gateway) {
        int port = gateway.getPort() > 0 ? gateway.getPort() : 443;
        return Sockets.accepts(gateway.getHost(), port)
                ? Check.fine("gateway", gateway + " accepts connections")
                : Check.wrong("gateway", gateway + " accepts no connection", "look into ./tillflow logs zeebe");
    }

    private static Check exporter(OptionalLong lag) {
        if (lag.isEmpty()) {
            return Check.wrong(
                    "exporter", "nothing exported yet, or the broker does not tell", "look into ./tillflow logs zeebe");
        }
        String detail = lag.getAsLong() + " ms behind the broker";
        return lag.getAsLong() < LATE_MILLIS
                ? Check.fine("exporter", detail)
                : Check.wrong("exporter", detail, "look into ./tillflow logs zeebe and whether the database is busy");
    }

    private static Check memory(Copy copy, Clock clock) {
        long megabytes = Status.of(copy, clock).pssBytes() >> 20;
        return megabytes <= MEMORY_BUDGET_MB
                ? Check.fine("memory", megabytes + " MB in all processes")
                : Check.wrong("memory", megabytes + " MB in all processes", "lower memory.* in tillflow.yml");
    }
}
