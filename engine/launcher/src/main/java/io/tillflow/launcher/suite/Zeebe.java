package io.tillflow.launcher.suite;

import io.tillflow.launcher.Trouble;
import io.tillflow.launcher.dist.Distribution;
import io.tillflow.launcher.dist.Distributions;
import io.tillflow.launcher.process.Command;
import io.tillflow.launcher.process.Http;
import io.tillflow.launcher.process.Signal;
import io.tillflow.launcher.process.Stop;
import io.tillflow.launcher.settings.Folders;
import io.tillflow.launcher.settings.Port;
import io.tillflow.launcher.settings.Ports;
import io.tillflow.launcher.settings.Setting;
import io.tillflow.launcher.settings.Settings;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The Zeebe broker with its embedded gateway and our exporter, started as a plain JVM. */
final class Zeebe implements Child {

    private final Settings settings;
    private final Folders folders;
    private final Database database;
    private final Distributions distributions;
    private final Path built;
    private final Path exporter;

    Zeebe(Settings settings, Database database, Distributions distributions) {
        this.settings = settings;
        this.folders = settings.folders();
        this.database = database;
        this.distributions = distributions;
        this.built = settings.home().resolve("engine/exporter/target/exporter.jar");
        this.exporter = folders.cache().resolve("exporter.jar");
    }

    @Override
    public String name() {
        return "zeebe";
    }

    @Override
    public Rank rank() {
        return Rank.BROKER;
    }

    @Override
    public List<Port> ports() {
        return List.of(
                Port.GATEWAY, Port.GATEWAY_REST, Port.BROKER_COMMAND, Port.BROKER_INTERNAL, Port.BROKER_MANAGEMENT);
    }

    @Override
    public void prepare() throws IOException {
        distributions.provide(Distribution.ZEEBE);
        Files.createDirectories(folders.zeebe());
        Jvm.clear(folders.scratch(name()));
        if (Files.exists(built)) {
            // of its own, since a build may write the built one anew while the broker reads classes from this
            Files.createDirectories(folders.cache());
            Files.copy(built, exporter, StandardCopyOption.REPLACE_EXISTING);
        }
        try (var log4j = Zeebe.class.getResourceAsStream("zeebe-log4j2.xml")) {
            Files.copy(Objects.requireNonNull(log4j), logging(), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private Path logging() {
        return folders.run().resolve("zeebe-log4j2.xml");
    }

    @Override
    public Command command() {
        List<String> arguments =
                new ArrayList<>(Jvm.command(folders.scratch(name()), settings.text(Setting.MEMORY_BROKER)));
        arguments.addAll(Jvm.sharing(folders.cache().resolve("zeebe.jsa")));
        arguments.addAll(List.of(
                // what a record leaves behind dies young, and there is much of it
                "-Xms160m",
                "-XX:NewSize=64m",
                "-Dlog4j2.configurationFile=" + logging(),
                // a model nested some thousand deep would overflow the parser's stack and take the broker down
                "-Djdk.xml.maxElementDepth=200",
                "-Djdk.xml.entityExpansionLimit=100",
                "-Dapp.home=" + folders.zeebe(),
                "-cp",
                classPath(),
                "io.camunda.zeebe.broker.StandaloneBroker"));
        return new Command(arguments, environment(), folders.zeebe());
    }

    /** Empty until this broker is unpacked: what runs then is another one. */
    private String classPath() {
        Path lib = distributions.folder(Distribution.ZEEBE).resolve("lib");
        if (!Files.isDirectory(lib)) {
            return "";
        }
        try {
            return ClassPath.of(lib).stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        } catch (IOException e) {
            throw new Trouble(
                    "Cannot read " + distributions.folder(Distribution.ZEEBE)
                            + ": delete it and run ./tillflow up again.",
                    e);
        }
    }

    /** The broker's own variables, the same as docker-compose.yml sets. */
    Map<String, String> environment() {
        Ports ports = settings.ports();
        Map<String, String> variables = new TreeMap<>();
        variables.put("ZEEBE_BROKER_NETWORK_HOST", address());
        variables.put("ZEEBE_BROKER_NETWORK_ADVERTISEDHOST", address());
        variables.put("ZEEBE_BROKER_NETWORK_COMMANDAPI_PORT", "" + ports.of(Port.BROKER_COMMAND));
        variables.put("ZEEBE_BROKER_NETWORK_INTERNALAPI_PORT", "" + ports.of(Port.BROKER_INTERNAL));
        variables.put("ZEEBE_BROKER_GATEWAY_ENABLE", "true");
        variables.put("ZEEBE_BROKER_GATEWAY_NETWORK_HOST", address());
        variables.put("ZEEBE_BROKER_GATEWAY_NETWORK_PORT", "" + ports.of(Port.GATEWAY));
        variables.put("SERVER_ADDRESS", address());
        variables.put("SERVER_PORT", "" + ports.of(Port.GATEWAY_REST));
        variables.put("MANAGEMENT_SERVER_ADDRESS", address());
        variables.put("MANAGEMENT_SERVER_PORT", "" + ports.of(Port.BROKER_MANAGEMENT));
        variables.put("ZEEBE_BROKER_DATA_DIRECTORY", folders.zeebe().toString());
        variables.put("ZEEBE_BROKER_DATA_LOGSEGMENTSIZE", "16MB");
        variables.put("ZEEBE_BROKER_DATA_SNAPSHOTPERIOD", "5m");
        variables.put("ZEEBE_BROKER_DATA_DISK_FREESPACE_PROCESSING", "512MB");
        variables.put("ZEEBE_BROKER_DATA_DISK_FREESPACE_REPLICATION", "256MB");
        variables.put("ZEEBE_BROKER_CLUSTER_PARTITIONSCOUNT", "1");
        // Without a floor, commands that take long while the JVM warms up lower the limit to one at a time.
        variables.put("ZEEBE_BROKER_BACKPRESSURE_AIMD_MINLIMIT", "32");
        variables.put("ZEEBE_BROKER_THREADS_CPUTHREADCOUNT", "2");
        variables.put("ZEEBE_BROKER_THREADS_IOTHREADCOUNT", "2");
        // Work wakes a thread that sleeps. By default it first turns and wakes some twenty times to look for itself.
        variables.put("ZEEBE_ACTOR_IDLE_MAXSPINS", "0");
        variables.put("ZEEBE_ACTOR_IDLE_MAXYIELDS", "0");
        variables.put("ZEEBE_ACTOR_IDLE_MINPARKPERIOD", "20ms");
        variables.put("ZEEBE_ACTOR_IDLE_MAXPARKPERIOD", "20ms");
        variables.put(
                "ZEEBE_BROKER_EXPERIMENTAL_ROCKSDB_MEMORYLIMIT",
                (settings.size(Setting.MEMORY_BROKER_STATE) >> 20) + "MB");
        variables.put("ZEEBE_CLOCK_CONTROLLED", "false");
        if (Files.exists(built)) {
            variables.putAll(exporterVariables());
        }
        return variables;
    }

    private Map<String, String> exporterVariables() {
        String prefix = "ZEEBE_BROKER_EXPORTERS_HISTORY_";
        return Map.of(
                prefix + "JARPATH", exporter.toString(),
                prefix + "CLASSNAME", "io.tillflow.exporter.HistoryExporter",
                prefix + "ARGS_URL", database.url(),
                prefix + "ARGS_USER", database.user(),
                prefix + "ARGS_PASSWORD", database.password(),
                prefix + "ARGS_ARCHIVEDIRECTORY", folders.archive().toString());
    }

    @Override
    public boolean ready() {
        return Http.status(settings.ports().url(Port.BROKER_MANAGEMENT).resolve("/actuator/health/readiness")) == 200;
    }

    /** Without a snapshot the next start repeats everything since the last one, up to five minutes of the shop's work. */
    @Override
    public void beforeStop() {
        Snapshot.take(settings.ports().url(Port.BROKER_MANAGEMENT));
    }

    @Override
    public Stop stop() {
        return new Stop(Signal.TERM, Duration.ofSeconds(60));
    }
}
